library(httr)

body <- "------PlaygroundBoundary2e38e77b22c314a4--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
