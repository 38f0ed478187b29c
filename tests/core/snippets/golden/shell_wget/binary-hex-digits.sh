body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf '\377abc\000123\376\200f' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: application/octet-stream' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/upload'
