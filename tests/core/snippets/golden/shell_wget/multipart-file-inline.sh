body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf -- '------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="file"; filename="data.jsonl"\r\nContent-Type: application/jsonl\r\n\r\n{"a": 1}\n{"b": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n' >"$body"
wget --quiet --output-document=- --content-on-error \
  --method=POST \
  --header='Content-Type: multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69' \
  --body-file="$body" \
  'http://127.0.0.1:8765/v1/files'
