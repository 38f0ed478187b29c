wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}' \
  'http://127.0.0.1:8765/v1/chat/completions'
