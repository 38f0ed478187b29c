wget --quiet --output-document=- --content-on-error \
  --header='X-File: @notes.txt' \
  --header='X-Dash: -x' \
  --header='X-Less: <y' \
  --header='X-Semi: ;z;' \
  'http://127.0.0.1:8765/v1/models'
