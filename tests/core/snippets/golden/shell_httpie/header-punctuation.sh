http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'X-List: a: b; c="d", e=f;;, :'
