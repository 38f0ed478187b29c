library(httr2)

response <- request("http://127.0.0.1:8765/v1/models") |>
  req_method("HEAD") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

print(resp_headers(response))
if (resp_is_error(response)) quit(status = 1)
