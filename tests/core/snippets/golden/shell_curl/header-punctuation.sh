curl 'http://127.0.0.1:8765/v1/models' \
  --fail-with-body \
  -H 'X-List: a: b; c="d", e=f;;, :'
