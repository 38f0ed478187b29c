wget --quiet --output-document=- --content-on-error \
  --header='X-Empty: ' \
  --header='X-After: 1' \
  'http://127.0.0.1:8765/v1/models'
