library(httr)

body <- "a=%C3%BC"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/form",
  add_headers("Content-Type" = "application/x-www-form-urlencoded; charset=utf-8"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
