library(httr)

body <- "------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
