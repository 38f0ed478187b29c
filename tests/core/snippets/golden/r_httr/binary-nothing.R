library(httr)

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/upload",
  add_headers("Content-Type" = "application/octet-stream"),
  body = raw(0)
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
