curl "http://127.0.0.1:8765/_search" ^
  -X "GET" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"query^\^": ^{^\^"match_all^\^": ^{^}^}^}^"
