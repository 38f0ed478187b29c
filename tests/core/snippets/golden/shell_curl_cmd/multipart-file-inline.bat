curl "http://127.0.0.1:8765/v1/files" ^
  --fail-with-body ^
  -H "Content-Type: multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69" ^
  --data-binary "@body.bin"
