library(httr)

body <- "{}"

response <- VERB(
  "POST",
  "https://api.example.com:8443/v1/x",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
