wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=utf-8' \
  --body-data='#'"$QUERY_KEY"'
$'"$QUERY_KEY"'{x} \'"$QUERY_KEY"'\n
%'"$QUERY_KEY"'% '\''"' \
  'http://127.0.0.1:8765/v1/echo'
