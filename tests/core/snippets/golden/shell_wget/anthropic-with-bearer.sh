wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --header='Accept: application/json' \
  --header="Authorization: Bearer $YOUR_API_KEY" \
  --body-data='{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}' \
  'http://127.0.0.1:8765/v1/messages'
