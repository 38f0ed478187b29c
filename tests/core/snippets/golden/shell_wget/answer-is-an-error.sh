wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{}' \
  'http://127.0.0.1:8765/v1/items'
