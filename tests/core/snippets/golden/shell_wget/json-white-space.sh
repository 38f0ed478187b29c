body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf '{ "a" :\t[ 1 ,2 ] ,\r\n"b":{ }\r\n}\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/json' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/items'
