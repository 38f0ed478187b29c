wget --quiet --output-document=- --content-on-error \
  --header='hOST: virtual.example:81' \
  'http://127.0.0.1:8765/v1/models'
