http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'x-lower: 1' \
  'X_UNDER: 2' \
  'X-!#$%&'\''*+.^`|~: 3'
