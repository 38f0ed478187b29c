library(httr)

body <- "--my-own-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--my-own-boundary--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=my-own-boundary"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
