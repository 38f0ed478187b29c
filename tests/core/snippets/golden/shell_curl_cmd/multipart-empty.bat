curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4" ^
  --data-binary "@body.bin"
