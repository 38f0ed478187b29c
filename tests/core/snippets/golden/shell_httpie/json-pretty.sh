http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/items' \
  'Content-Type: application/json' \
  --raw='{
  "model": "m",
  "text": "a\nb",
  "list": [
    1,
    2
  ]
}'
