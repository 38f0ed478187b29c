wget --quiet --output-document=- --content-on-error \
  --header='Authorization: Basic bWU6cEBzcyB3w7ZyZA==' \
  'http://127.0.0.1:8765/private'
