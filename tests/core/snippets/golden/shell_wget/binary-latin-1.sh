body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf 'gr\374\337e' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: text/plain; charset=iso-8859-1' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/upload'
