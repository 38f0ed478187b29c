http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'DNT: 1' \
  'Origin: https://a.example' \
  'Referer: https://a.example/b'
