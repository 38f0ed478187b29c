wget --quiet --output-document=- --content-on-error \
  --method=PUT \
  --header='Content-Type: application/json' \
  --body-data='{"name": "x"}' \
  'http://127.0.0.1:8765/v1/items'
