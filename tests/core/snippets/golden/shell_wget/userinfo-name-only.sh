wget --quiet --output-document=- --content-on-error \
  --header='Authorization: Basic dG9rZW46' \
  'http://127.0.0.1:8765/private'
