wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/x-www-form-urlencoded; charset=utf-8' \
  --body-data='a=%C3%BC' \
  'http://127.0.0.1:8765/v1/form'
