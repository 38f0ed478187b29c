http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'Cookie: a=1' \
  'Cookie: b=2'
