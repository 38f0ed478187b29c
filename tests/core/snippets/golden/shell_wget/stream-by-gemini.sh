wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header="x-goog-api-key: $YOUR_API_KEY" \
  --header='Content-Type: application/json' \
  --body-data='{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}' \
  'http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse'
