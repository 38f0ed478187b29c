http --body --check-status --ignore-stdin PROPFIND 'http://127.0.0.1:8765/dav/' \
  'Depth: 1'
