body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf 'a\000b' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=utf-8' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/echo'
