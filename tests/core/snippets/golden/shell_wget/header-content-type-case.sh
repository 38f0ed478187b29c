wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='content-TYPE: application/JSON;charset=UTF-8' \
  --body-data='{}' \
  'http://127.0.0.1:8765/v1/x'
