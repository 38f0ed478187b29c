library(httr)

body <- "------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
