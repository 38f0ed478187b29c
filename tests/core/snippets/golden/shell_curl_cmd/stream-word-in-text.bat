curl "http://127.0.0.1:8765/v1/items" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"content^\^": ^\^"say ^\^\^\^"stream^\^\^\^": true^\^", ^\^"nested^\^": ^{^\^"stream^\^": true^}^}^"
