wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{}' \
  'https://api.example.com:8443/v1/x'
