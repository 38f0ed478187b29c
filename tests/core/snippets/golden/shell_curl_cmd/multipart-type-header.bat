curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928" ^
  --data-binary "@body.bin"
