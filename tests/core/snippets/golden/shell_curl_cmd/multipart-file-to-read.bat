curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2" ^
  --data-binary "@body.bin"
