curl "http://127.0.0.1:8765/v1/x" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  --data-raw "{}"
