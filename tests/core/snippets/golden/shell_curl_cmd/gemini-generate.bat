curl "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent" ^
  --fail-with-body ^
  -H "x-goog-api-key: %YOUR_API_KEY%" ^
  -H "Content-Type: application/json" ^
  --data-raw ^"^{^\^"contents^\^": ^[^{^\^"role^\^": ^\^"user^\^", ^\^"parts^\^": ^[^{^\^"text^\^": ^\^"hi^\^"^}^]^}^], ^\^"systemInstruction^\^": ^{^\^"parts^\^": ^[^{^\^"text^\^": ^\^"brief^\^"^}^]^}, ^\^"generationConfig^\^": ^{^\^"temperature^\^": 0.5, ^\^"maxOutputTokens^\^": 100, ^\^"stopSequences^\^": ^[^\^"x^\^"^]^}^}^"
