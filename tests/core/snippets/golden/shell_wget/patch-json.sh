wget --quiet --output-document=- --content-on-error \
  --method=PATCH \
  --header='Content-Type: application/json' \
  --body-data='[{"op": "remove", "path": "/a"}]' \
  'http://127.0.0.1:8765/v1/items'
