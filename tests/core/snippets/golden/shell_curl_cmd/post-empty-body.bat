curl "http://127.0.0.1:8765/v1/cancel" ^
  --fail-with-body ^
  -H "Content-Type: text/plain" ^
  --data-raw ""
