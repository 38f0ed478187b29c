library(httr)

response <- VERB(
  "OPTIONS",
  "http://127.0.0.1:8765/v1/items"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
