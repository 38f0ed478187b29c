http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/x' \
  'content-TYPE: application/JSON;charset=UTF-8' \
  --raw='{}'
