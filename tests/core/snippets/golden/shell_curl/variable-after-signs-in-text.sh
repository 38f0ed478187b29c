curl 'http://127.0.0.1:8765/v1/echo' \
  --fail-with-body \
  -H 'Content-Type: text/plain; charset=utf-8' \
  --data-raw '#'"$QUERY_KEY"'
$'"$QUERY_KEY"'{x} \'"$QUERY_KEY"'\n
%'"$QUERY_KEY"'% '\''"'
