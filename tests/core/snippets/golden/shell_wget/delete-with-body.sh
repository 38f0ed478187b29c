wget --quiet --output-document=- --content-on-error \
  --method=DELETE \
  --header='Content-Type: application/json' \
  --body-data='{"ids": [1, 2]}' \
  'http://127.0.0.1:8765/v1/items'
