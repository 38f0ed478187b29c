library(httr)

body <- r"({"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent",
  add_headers(
    "x-goog-api-key" = Sys.getenv("YOUR_API_KEY"),
    "Content-Type" = "application/json"
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
