library(httr2)

body <- r"({"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]})"

req <- request("http://127.0.0.1:8765/v1/chat/completions") |>
  req_method("POST") |>
  req_headers(
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY"))
  ) |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE)

if (exists("req_perform_connection")) {
  response <- req_perform_connection(req)
  while (!resp_stream_is_complete(response)) {
    writeLines(resp_stream_lines(response))
  }
  close(response)
} else { # before httr2 1.1, the events come all at once
  response <- req_perform(req)
  cat(resp_body_string(response))
}
if (resp_is_error(response)) quit(status = 1)
