library(httr)

body <- "a=1&b+c=x%26y%3Dz&a=2&empty="

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/form",
  add_headers("Content-Type" = "application/x-www-form-urlencoded"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
