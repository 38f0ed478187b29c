curl "http://127.0.0.1:8765/v1/x" ^
  --fail-with-body ^
  -H "content-TYPE: application/JSON;charset=UTF-8" ^
  --data-raw "{}"
