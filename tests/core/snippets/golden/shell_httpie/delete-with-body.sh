http --body --check-status --ignore-stdin DELETE 'http://127.0.0.1:8765/v1/items' \
  'Content-Type: application/json' \
  --raw='{"ids": [1, 2]}'
