http --body --check-status --ignore-stdin POST 'http://127.0.0.1:8765/v1/echo' \
  'Content-Type: text/plain; charset=utf-8' \
  --raw='#'"$QUERY_KEY"'
$'"$QUERY_KEY"'{x} \'"$QUERY_KEY"'\n
%'"$QUERY_KEY"'% '\''"'
