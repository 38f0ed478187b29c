curl "http://127.0.0.1:8765/v1/upload" ^
  --fail-with-body ^
  -H "Content-Type: text/plain; charset=iso-8859-1" ^
  --data-binary "@body.bin"
