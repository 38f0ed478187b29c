http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/images/generations' \
  'Content-Type: application/json' \
  'Accept: application/json' \
  "Authorization: Bearer $YOUR_API_KEY" \
  --raw='{"model": "gpt-image-1", "prompt": "a cat", "n": 2}'
