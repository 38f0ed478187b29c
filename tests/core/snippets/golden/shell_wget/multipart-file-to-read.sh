body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  printf -- '------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="model"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="file"; filename="notes.txt"\r\nContent-Type: text/plain\r\n\r\n'
  cat notes.txt
  printf '\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n'
} >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
