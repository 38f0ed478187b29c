wget --quiet --output-document=- --content-on-error \
  --header='X-Name: 世界 ✓' \
  'http://127.0.0.1:8765/v1/models'
