library(httr2)

response <- request("http://127.0.0.1:8765/a%2fb?c=%e4%b8%ad") |>
  req_options(path_as_is = TRUE) |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
