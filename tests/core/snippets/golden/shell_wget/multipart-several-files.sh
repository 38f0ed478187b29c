body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
  printf -- '------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="image.png"\r\nContent-Type: image/png\r\n\r\n'
  cat image.png
  printf '\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="notes.txt"\r\nContent-Type: application/octet-stream\r\n\r\n'
  cat notes.txt
  printf '\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n'
} >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
