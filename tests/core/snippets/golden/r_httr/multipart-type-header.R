library(httr)

body <- "------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
