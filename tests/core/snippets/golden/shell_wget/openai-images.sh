wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --header='Accept: application/json' \
  --header="Authorization: Bearer $YOUR_API_KEY" \
  --body-data='{"model": "gpt-image-1", "prompt": "a cat", "n": 2}' \
  'http://127.0.0.1:8765/v1/images/generations'
