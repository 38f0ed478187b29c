library(httr2)

response <- request("http://127.0.0.1:8765/v1/models") |>
  req_headers("X-A" = paste0("#", Sys.getenv("QUERY_KEY"), " $", Sys.getenv("QUERY_KEY"), r"({x} \)", Sys.getenv("QUERY_KEY"), r"(\n %)", Sys.getenv("QUERY_KEY"), "% @", Sys.getenv("QUERY_KEY"), "_x[0]")) |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
