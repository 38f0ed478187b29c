wget --quiet --output-document=- --content-on-error \
  --header='Accept-Encoding: identity' \
  'http://127.0.0.1:8765/v1/models'
