http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/items' \
  'Content-Type: application/json' \
  --raw='{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'
