http --body --check-status --ignore-stdin --stream POST 'http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse' \
  'Content-Type: application/json' \
  --raw='{}'
