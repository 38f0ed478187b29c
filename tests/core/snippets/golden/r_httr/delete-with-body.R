library(httr)

body <- r"({"ids": [1, 2]})"

response <- VERB(
  "DELETE",
  "http://127.0.0.1:8765/v1/items",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
