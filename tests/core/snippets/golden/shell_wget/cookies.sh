wget --quiet --output-document=- --content-on-error \
  --header='Cookie: session=a b"c; theme=dark' \
  'http://127.0.0.1:8765/v1/models'
