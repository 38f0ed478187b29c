curl 'http://127.0.0.1:8765/v1/chat/completions' \
  --fail-with-body \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  -H "Authorization: Bearer $YOUR_API_KEY" \
  --data-raw '{"model": "m", "messages": [], "seed": 12345678901234567890}'
