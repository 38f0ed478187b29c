body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf -- '--my-own-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--my-own-boundary--\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=my-own-boundary' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
