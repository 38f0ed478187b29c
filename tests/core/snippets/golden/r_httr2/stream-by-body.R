library(httr2)

body <- r"({"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]})"

response <- request("http://127.0.0.1:8765/v1/chat/completions") |>
  req_method("POST") |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform_connection()

while (!resp_stream_is_complete(response)) {
  writeLines(resp_stream_lines(response))
}
close(response)
if (resp_is_error(response)) quit(status = 1)
