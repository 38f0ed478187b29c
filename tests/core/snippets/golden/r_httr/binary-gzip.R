library(httr)

body <- openssl::base64_decode("H4sIAAAAAAACA8tIzcnJVwjPL8pJ4QIA1eA5CwwAAAA=")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/upload",
  add_headers("Content-Type" = "application/gzip"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
