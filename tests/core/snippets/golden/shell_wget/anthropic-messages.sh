wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header="x-api-key: $YOUR_API_KEY" \
  --header='anthropic-version: 2023-06-01' \
  --header='anthropic-beta: some-beta-2025-01-01' \
  --header='Content-Type: application/json' \
  --body-data='{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}' \
  'http://127.0.0.1:8765/v1/messages'
