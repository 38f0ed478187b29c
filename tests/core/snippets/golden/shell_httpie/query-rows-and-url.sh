http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/list?a=1&b=x%20y'
