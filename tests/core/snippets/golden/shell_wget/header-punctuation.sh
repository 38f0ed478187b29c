wget --quiet --output-document=- --content-on-error \
  --header='X-List: a: b; c="d", e=f;;, :' \
  'http://127.0.0.1:8765/v1/models'
