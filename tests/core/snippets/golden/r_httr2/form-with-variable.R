library(httr2)

body <- paste0("key=", Sys.getenv("QUERY_KEY"), "&x=1")

response <- request("http://127.0.0.1:8765/v1/form") |>
  req_method("POST") |>
  req_body_raw(body, type = "application/x-www-form-urlencoded") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
