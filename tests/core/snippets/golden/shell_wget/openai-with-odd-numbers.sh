wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --header='Accept: application/json' \
  --header="Authorization: Bearer $YOUR_API_KEY" \
  --body-data='{"model": "m", "messages": [], "seed": 12345678901234567890}' \
  'http://127.0.0.1:8765/v1/chat/completions'
