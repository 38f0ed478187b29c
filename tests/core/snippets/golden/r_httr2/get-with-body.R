library(httr2)

body <- r"({"query": {"match_all": {}}})"

response <- request("http://127.0.0.1:8765/_search") |>
  req_method("GET") |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
