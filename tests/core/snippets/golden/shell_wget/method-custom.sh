wget --quiet --output-document=- --content-on-error \
  --method=PROPFIND \
  --header='Depth: 1' \
  'http://127.0.0.1:8765/dav/'
