curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01" ^
  --data-binary "@body.bin"
