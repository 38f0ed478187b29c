library(httr)

body <- r"({"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/messages",
  add_headers(
    "x-api-key" = Sys.getenv("YOUR_API_KEY"),
    "anthropic-version" = "2023-06-01",
    "anthropic-beta" = "some-beta-2025-01-01",
    "Content-Type" = "application/json"
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
