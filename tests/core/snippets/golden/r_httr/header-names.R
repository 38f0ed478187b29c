library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers(
    "x-lower" = "1",
    X_UNDER = "2",
    "X-!#$%&'*+.^`|~" = "3"
  )
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
