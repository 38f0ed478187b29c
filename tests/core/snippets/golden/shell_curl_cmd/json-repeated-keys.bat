curl "http://127.0.0.1:8765/v1/items" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"b^\^": 1, ^\^"a^\^": 2, ^\^"b^\^": 3^}^"
