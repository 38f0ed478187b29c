library(httr2)

body <- "{}"

response <- request("https://api.example.com:8443/v1/x") |>
  req_method("POST") |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
