http --body --check-status --ignore-stdin GET 'http://127.0.0.1:8765/v1/models' \
  'X-A: #'"$QUERY_KEY"' $'"$QUERY_KEY"'{x} \'"$QUERY_KEY"'\n %'"$QUERY_KEY"'% @'"$QUERY_KEY"'_x[0]'
