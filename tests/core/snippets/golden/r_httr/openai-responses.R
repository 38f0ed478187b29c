library(httr)

body <- r"({"model": "gpt-4o", "input": "hello", "store": false})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/responses",
  add_headers(
    "Content-Type" = "application/json",
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY"))
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
