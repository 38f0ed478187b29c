library(httr)

body <- openssl::base64_decode("Z3L832U=")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/upload",
  add_headers("Content-Type" = "text/plain; charset=iso-8859-1"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
