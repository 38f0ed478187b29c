http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'Accept: application/json' \
  'X-Request-Id: 7b1c' \
  'User-Agent: tester/1.0'
