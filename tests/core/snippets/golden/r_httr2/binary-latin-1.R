library(httr2)

body <- openssl::base64_decode("Z3L832U=")

response <- request("http://127.0.0.1:8765/v1/upload") |>
  req_method("POST") |>
  req_body_raw(body, type = "text/plain; charset=iso-8859-1") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
