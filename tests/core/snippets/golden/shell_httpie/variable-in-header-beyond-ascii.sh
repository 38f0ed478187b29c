http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  "X-A: ü $QUERY_KEY" \
  "X-B: 世 $QUERY_KEY"
