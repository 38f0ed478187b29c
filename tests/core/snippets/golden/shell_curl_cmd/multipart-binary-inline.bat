curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryb2cf3c44a7990c81" ^
  --data-binary "@body.bin"
