wget --quiet --output-document=- --content-on-error \
  --header='X-A: #'"$QUERY_KEY"' $'"$QUERY_KEY"'{x} \'"$QUERY_KEY"'\n %'"$QUERY_KEY"'% @'"$QUERY_KEY"'_x[0]' \
  'http://127.0.0.1:8765/v1/models'
