curl 'http://127.0.0.1:8765/v1/messages' \
  --fail-with-body \
  -H "x-api-key: $YOUR_API_KEY" \
  -H 'anthropic-version: 2023-06-01' \
  -H 'anthropic-beta: some-beta-2025-01-01' \
  -H 'Content-Type: application/json' \
  --data-raw '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'
