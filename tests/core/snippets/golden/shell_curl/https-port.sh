curl 'https://api.example.com:8443/v1/x' \
  --fail-with-body \
  -H 'Content-Type: application/json' \
  --data-raw '{}'
