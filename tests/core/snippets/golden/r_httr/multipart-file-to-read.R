library(httr)

body <- c(
  charToRaw("------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n"),
  readBin("notes.txt", "raw", file.size("notes.txt")),
  charToRaw("\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n")
)

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/files",
  add_headers("Content-Type" = "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
