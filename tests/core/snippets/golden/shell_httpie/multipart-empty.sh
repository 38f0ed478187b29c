printf -- '------PlaygroundBoundary2e38e77b22c314a4--\r\n' |
  http --body --check-status POST 'http://127.0.0.1:8765/v1/files' \
    'Content-Type: multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4'
