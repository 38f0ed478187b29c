wget --quiet --output-document=- --content-on-error \
  --header='Accept: text/event-stream' \
  'http://127.0.0.1:8765/events'
