library(httr2)

response <- request("http://127.0.0.1:8765/v1/models") |>
  req_headers("X-List" = r"(a: b; c="d", e=f;;, :)") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
