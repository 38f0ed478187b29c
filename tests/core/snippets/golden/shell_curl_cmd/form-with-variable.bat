curl "http://127.0.0.1:8765/v1/form" ^
  --fail-with-body ^
  -H "Content-Type: application/x-www-form-urlencoded" ^
  --data-raw "key=%QUERY_KEY%&x=1"
