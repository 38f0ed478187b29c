curl "http://127.0.0.1:8765/v1/messages" ^
  --fail-with-body ^
  -H "Content-Type: application/json" ^
  -H "Accept: application/json" ^
  -H "Authorization: Bearer %YOUR_API_KEY%" ^
  --data-raw ^"^{^\^"model^\^": ^\^"m^\^", ^\^"max_tokens^\^": 64, ^\^"messages^\^": ^[^{^\^"role^\^": ^\^"user^\^", ^\^"content^\^": ^\^"hi^\^"^}^]^}^"
