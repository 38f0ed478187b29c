wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/x-www-form-urlencoded' \
  --body-data='a=1&b=%20&c=+&&d' \
  'http://127.0.0.1:8765/v1/form'
