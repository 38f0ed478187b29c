body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf 'unix\nold mac\rdos\r\nboth\n\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=utf-8' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/echo'
