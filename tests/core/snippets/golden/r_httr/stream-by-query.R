library(httr)

body <- "{}"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse",
  add_headers("Content-Type" = "application/json"),
  body = body,
  write_stream(\(bytes) cat(rawToChar(bytes)))
)

if (http_error(response)) quit(status = 1)
