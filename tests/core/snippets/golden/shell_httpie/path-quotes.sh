http --body --check-status --ignore-stdin --path-as-is GET 'http://127.0.0.1:8765/it'\''s/(a)/*/$x!'
