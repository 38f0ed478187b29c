library(httr)

response <- VERB(
  "GET",
  "http://localhost:8765/v1/models"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
