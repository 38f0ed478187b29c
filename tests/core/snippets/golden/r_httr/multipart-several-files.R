library(httr)

body <- c(
  charToRaw("------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"),
  readBin("image.png", "raw", file.size("image.png")),
  charToRaw("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
  readBin("notes.txt", "raw", file.size("notes.txt")),
  charToRaw("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n")
)

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
