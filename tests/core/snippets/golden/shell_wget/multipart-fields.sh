body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf -- '------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="b"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
