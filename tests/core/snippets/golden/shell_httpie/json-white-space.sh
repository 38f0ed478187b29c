printf '{ "a" :\t[ 1 ,2 ] ,\r\n"b":{ }\r\n}\r\n' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/items' \
    'Content-Type: application/json'
