http --body --check-status --ignore-stdin GET "http://127.0.0.1:8765/$BASE_PATH/models?key=$QUERY_KEY" \
  "X-Api-Key: $api_key"
