library(httr)

body <- "a\u2028b\u2029c\u0085d\u00a0e\ufefff"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/echo",
  add_headers("Content-Type" = "text/plain; charset=utf-8"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
