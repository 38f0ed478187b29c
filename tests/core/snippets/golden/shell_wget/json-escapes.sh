wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{"a": "\u4e16 \/ \" \\ \n \ud83d\ude00 \u0000"}' \
  'http://127.0.0.1:8765/v1/items'
