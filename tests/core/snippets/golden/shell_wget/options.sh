wget --quiet --output-document=- --content-on-error \
  --method=OPTIONS \
  'http://127.0.0.1:8765/v1/items'
