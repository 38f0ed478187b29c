library(httr2)

response <- request(paste0("http://127.0.0.1:8765/", Sys.getenv("BASE_PATH"), "/models?key=", Sys.getenv("QUERY_KEY"))) |>
  req_headers("X-Api-Key" = Sys.getenv("api_key")) |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
