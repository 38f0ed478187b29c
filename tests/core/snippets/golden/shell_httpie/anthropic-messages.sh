http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/messages' \
  "x-api-key: $YOUR_API_KEY" \
  'anthropic-version: 2023-06-01' \
  'anthropic-beta: some-beta-2025-01-01' \
  'Content-Type: application/json' \
  --raw='{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'
