library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/events",
  add_headers(Accept = "text/event-stream"),
  write_stream(\(bytes) cat(rawToChar(bytes)))
)

if (http_error(response)) quit(status = 1)
