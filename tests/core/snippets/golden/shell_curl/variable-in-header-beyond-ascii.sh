curl 'http://127.0.0.1:8765/v1/models' \
  --fail-with-body \
  -H "$(printf 'X-A: \374 ')""$QUERY_KEY" \
  -H "X-B: 世 $QUERY_KEY"
