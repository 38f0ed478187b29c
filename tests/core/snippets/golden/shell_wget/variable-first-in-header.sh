wget --quiet --output-document=- --content-on-error \
  --header="X-A: $QUERY_KEY after" \
  --header="X-B: $api_key$QUERY_KEY" \
  'http://127.0.0.1:8765/v1/models'
