library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers(
    Accept = "application/json",
    "X-Request-Id" = "7b1c",
    "User-Agent" = "tester/1.0"
  )
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
