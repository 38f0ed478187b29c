wget --quiet --output-document=- --content-on-error \
  --header="Cookie: a=1, b=2" \
  'http://127.0.0.1:8765/v1/models'
