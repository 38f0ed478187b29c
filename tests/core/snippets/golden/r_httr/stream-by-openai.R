library(httr)

body <- r"({"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/chat/completions",
  add_headers(
    "Content-Type" = "application/json",
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY"))
  ),
  body = body,
  write_stream(\(bytes) cat(rawToChar(bytes)))
)

if (http_error(response)) quit(status = 1)
