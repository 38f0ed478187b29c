http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  "X-A: $QUERY_KEY after" \
  "X-B: $api_key$QUERY_KEY"
