wget --quiet --output-document=- --content-on-error \
  --header="X-Tag: one, two, three" \
  --header='Accept: */*' \
  'http://127.0.0.1:8765/v1/models'
