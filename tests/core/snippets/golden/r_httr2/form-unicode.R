library(httr2)

body <- "name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._"

response <- request("http://127.0.0.1:8765/v1/form") |>
  req_method("POST") |>
  req_body_raw(body, type = "application/x-www-form-urlencoded") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
