library(httr)

body <- "------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n{\"a\": 1}\n{\"b\": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
