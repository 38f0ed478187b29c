printf '{ "a" :\t[ 1 ,2 ] ,\r\n"b":{ }\r\n}\r\n' |
  curl 'http://127.0.0.1:8765/v1/items' \
    --fail-with-body \
    -H 'Content-Type: application/json' \
    --data-binary @-
