library(httr2)

body <- r"({"contents": [{"role": "user", "parts": [{"text": "hi"}]}]})"

req <- request("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse") |>
  req_method("POST") |>
  req_headers("x-goog-api-key" = Sys.getenv("YOUR_API_KEY")) |>
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
