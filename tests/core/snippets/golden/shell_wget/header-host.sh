wget --quiet --output-document=- --content-on-error \
  --header='Host: virtual.example' \
  'http://127.0.0.1:8765/v1/models'
