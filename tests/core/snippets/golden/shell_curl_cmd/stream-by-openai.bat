curl "http://127.0.0.1:8765/v1/chat/completions" ^
  --fail-with-body ^
  --no-buffer ^
  -H "Content-Type: application/json" ^
  -H "Accept: application/json" ^
  -H "Authorization: Bearer %YOUR_API_KEY%" ^
  --data-raw ^"^{^\^"model^\^": ^\^"gpt-4o^\^", ^\^"stream^\^": true, ^\^"messages^\^": ^[^{^\^"role^\^": ^\^"user^\^", ^\^"content^\^": ^\^"hi^\^"^}^]^}^"
