wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{
  "model": "m",
  "text": "a\nb",
  "list": [
    1,
    2
  ]
}' \
  'http://127.0.0.1:8765/v1/items'
