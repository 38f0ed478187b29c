library(httr)

body <- "{}"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/x",
  add_headers("content-TYPE" = "application/JSON;charset=UTF-8"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
