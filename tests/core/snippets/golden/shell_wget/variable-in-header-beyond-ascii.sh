wget --quiet --output-document=- --content-on-error \
  --header="$(printf 'X-A: \374 ')""$QUERY_KEY" \
  --header="X-B: 世 $QUERY_KEY" \
  'http://127.0.0.1:8765/v1/models'
