body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf -- '------PlaygroundBoundary2e38e77b22c314a4--\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
