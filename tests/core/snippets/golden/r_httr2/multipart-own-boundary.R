library(httr2)

body <- "--my-own-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--my-own-boundary--\r\n"

response <- request("http://127.0.0.1:8765/v1/files") |>
  req_method("POST") |>
  req_body_raw(body, type = "multipart/form-data; boundary=my-own-boundary") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
