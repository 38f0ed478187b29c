http --body --check-status --ignore-stdin --path-as-is GET 'http://127.0.0.1:8765/list?range=%7B1..3%7D&set=[1-3]'
