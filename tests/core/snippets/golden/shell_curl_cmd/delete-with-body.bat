curl "http://127.0.0.1:8765/v1/items" ^
  -X "DELETE" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"ids^\^": ^[1, 2^]^}^"
