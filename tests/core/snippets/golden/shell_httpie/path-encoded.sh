http --body --check-status --ignore-stdin --path-as-is GET 'http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go'
