library(httr2)

body <- c(
  charToRaw("------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"),
  readBin("image.png", "raw", file.size("image.png")),
  charToRaw("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
  readBin("notes.txt", "raw", file.size("notes.txt")),
  charToRaw("\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n")
)

response <- request("http://127.0.0.1:8765/v1/files") |>
  req_method("POST") |>
  req_body_raw(body, type = "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
