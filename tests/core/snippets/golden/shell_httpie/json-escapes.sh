http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/items' \
  'Content-Type: application/json' \
  --raw='{"a": "\u4e16 \/ \" \\ \n \ud83d\ude00 \u0000"}'
