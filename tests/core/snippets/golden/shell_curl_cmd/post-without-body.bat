curl "http://127.0.0.1:8765/v1/cancel" ^
  -X "POST" ^
  --fail-with-body ^
  -H "Content-Length: 0"
