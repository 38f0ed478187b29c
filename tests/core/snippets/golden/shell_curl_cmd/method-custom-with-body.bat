curl "http://127.0.0.1:8765/dav/" ^
  -X "REPORT" ^
  --fail-with-body ^
  -H "Content-Type: application/xml" ^
  --data-raw "<a/>"
