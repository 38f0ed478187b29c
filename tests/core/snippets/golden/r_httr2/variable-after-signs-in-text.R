library(httr2)

body <- paste0("#", Sys.getenv("QUERY_KEY"), r"(
$)", Sys.getenv("QUERY_KEY"), r"({x} \)", Sys.getenv("QUERY_KEY"), r"(\n
%)", Sys.getenv("QUERY_KEY"), r"(% '")")

response <- request("http://127.0.0.1:8765/v1/echo") |>
  req_method("POST") |>
  req_body_raw(body, type = "text/plain; charset=utf-8") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
