wget --quiet --output-document=- --content-on-error \
  'http://localhost.:8765/v1/models'
