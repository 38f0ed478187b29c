wget --quiet --output-document=- --content-on-error \
  --header="X-Api-Key: $api_key" \
  "http://127.0.0.1:8765/$BASE_PATH/models?key=$QUERY_KEY"
