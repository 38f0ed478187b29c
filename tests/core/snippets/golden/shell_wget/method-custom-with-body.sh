wget --quiet --output-document=- --content-on-error \
  --method=REPORT \
  --header='Content-Type: application/xml' \
  --body-data='<a/>' \
  'http://127.0.0.1:8765/dav/'
