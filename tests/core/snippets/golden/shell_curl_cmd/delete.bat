curl "http://127.0.0.1:8765/v1/items/3" ^
  -X "DELETE" ^
  --fail-with-body
