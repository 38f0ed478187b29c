curl "http://127.0.0.1:8765/v1/upload" ^
  --fail-with-body ^
  -H "Content-Type: application/octet-stream" ^
  --data-raw ""
