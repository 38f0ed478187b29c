curl 'http://127.0.0.1:8765/v1/images/generations' \
  --fail-with-body \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  -H "Authorization: Bearer $YOUR_API_KEY" \
  --data-raw '{"model": "gpt-image-1", "prompt": "a cat", "n": 2}'
