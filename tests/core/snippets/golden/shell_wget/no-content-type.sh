wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --body-data='no type here' \
  'http://127.0.0.1:8765/v1/x'
