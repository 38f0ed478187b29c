library(httr)

body <- r"({"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/messages",
  add_headers(
    "Content-Type" = "application/json",
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY"))
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
