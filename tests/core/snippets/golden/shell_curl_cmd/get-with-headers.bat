curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "Accept: application/json" ^
  -H "X-Request-Id: 7b1c" ^
  -H "User-Agent: tester/1.0"
