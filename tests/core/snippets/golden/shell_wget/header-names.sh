wget --quiet --output-document=- --content-on-error \
  --header='x-lower: 1' \
  --header='X_UNDER: 2' \
  --header='X-!#$%&'\''*+.^`|~: 3' \
  'http://127.0.0.1:8765/v1/models'
