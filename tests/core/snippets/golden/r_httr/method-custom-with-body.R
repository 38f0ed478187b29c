library(httr)

body <- "<a/>"

response <- VERB(
  "REPORT",
  "http://127.0.0.1:8765/dav/",
  add_headers("Content-Type" = "application/xml"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
