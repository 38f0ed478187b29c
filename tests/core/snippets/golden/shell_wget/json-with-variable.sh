wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-data='{
  "key": "'"$QUERY_KEY"'",
  "same": "'"$QUERY_KEY"'/'"$api_key"'"
}' \
  'http://127.0.0.1:8765/v1/items'
