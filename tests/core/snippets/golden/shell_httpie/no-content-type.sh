http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/x' \
  Content-Type: \
  --raw='no type here'
