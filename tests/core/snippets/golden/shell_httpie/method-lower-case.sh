http --body --check-status --ignore-stdin PATCH 'http://127.0.0.1:8765/v1/items' \
  'Content-Type: application/json' \
  --raw='{}'
