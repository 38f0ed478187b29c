curl "http://127.0.0.1:8765/v1/chat/completions" ^
  --fail-with-body ^
  --no-buffer ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"model^\^": ^\^"gpt-4o^\^", ^\^"stream^\^": true, ^\^"messages^\^": ^[^{^\^"role^\^": ^\^"user^\^", ^\^"content^\^": ^\^"hi^\^"^}^]^}^"
