curl "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse" ^
  --fail-with-body ^
  --no-buffer ^
  -H "x-goog-api-key: %YOUR_API_KEY%" ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"contents^\^": ^[^{^\^"role^\^": ^\^"user^\^", ^\^"parts^\^": ^[^{^\^"text^\^": ^\^"hi^\^"^}^]^}^]^}^"
