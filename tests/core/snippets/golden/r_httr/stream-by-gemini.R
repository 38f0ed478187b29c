library(httr)

body <- r"({"contents": [{"role": "user", "parts": [{"text": "hi"}]}]})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
  add_headers(
    "x-goog-api-key" = Sys.getenv("YOUR_API_KEY"),
    "Content-Type" = "application/json"
  ),
  body = body,
  write_stream(\(bytes) cat(rawToChar(bytes)))
)

if (http_error(response)) quit(status = 1)
