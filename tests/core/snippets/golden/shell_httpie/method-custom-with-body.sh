http --body --check-status --ignore-stdin REPORT 'http://127.0.0.1:8765/dav/' \
  'Content-Type: application/xml' \
  --raw='<a/>'
