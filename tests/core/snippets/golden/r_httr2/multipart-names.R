library(httr2)

body <- "------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n"

response <- request("http://127.0.0.1:8765/v1/files") |>
  req_method("POST") |>
  req_body_raw(body, type = "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
