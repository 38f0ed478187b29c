body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf -- '------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
