library(httr)

body <- "name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/form",
  add_headers("Content-Type" = "application/x-www-form-urlencoded"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
