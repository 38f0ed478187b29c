library(httr2)

response <- request(paste0(Sys.getenv("HOST_ADDRESS"), "/v1/x")) |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
