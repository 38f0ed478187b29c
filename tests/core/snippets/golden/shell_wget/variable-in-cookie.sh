wget --quiet --output-document=- --content-on-error \
  --header="Cookie: token=$QUERY_KEY" \
  'http://127.0.0.1:8765/v1/models'
