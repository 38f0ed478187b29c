http --body --check-status --ignore-stdin --stream GET 'http://127.0.0.1:8765/events' \
  'Accept: text/event-stream'
