http --body --check-status --ignore-stdin POST 'https://api.example.com:8443/v1/x' \
  'Content-Type: application/json' \
  --raw='{}'
