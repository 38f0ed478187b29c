wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/octet-stream' \
  --body-data='plain ascii bytes' \
  'http://127.0.0.1:8765/v1/upload'
