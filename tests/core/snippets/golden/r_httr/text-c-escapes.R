library(httr)

body <- openssl::base64_decode("AWYgAGY3IH9hYmMgG1swbSAxATI=")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/echo",
  add_headers("Content-Type" = "text/plain; charset=utf-8"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
