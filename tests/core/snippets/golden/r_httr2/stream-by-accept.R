library(httr2)

response <- request("http://127.0.0.1:8765/events") |>
  req_headers(Accept = "text/event-stream") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform_connection()

while (!resp_stream_is_complete(response)) {
  writeLines(resp_stream_lines(response))
}
close(response)
if (resp_is_error(response)) quit(status = 1)
