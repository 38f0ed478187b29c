library(httr2)

body <- c(
  charToRaw("------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\n"),
  readBin("notes.txt", "raw", file.size("notes.txt")),
  charToRaw("\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n")
)

response <- request("http://127.0.0.1:8765/v1/files") |>
  req_method("POST") |>
  req_body_raw(body, type = "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
