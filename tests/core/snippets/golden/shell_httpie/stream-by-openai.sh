http --body --check-status --ignore-stdin --stream POST 'http://127.0.0.1:8765/v1/chat/completions' \
  'Content-Type: application/json' \
  'Accept: application/json' \
  "Authorization: Bearer $YOUR_API_KEY" \
  --raw='{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'
