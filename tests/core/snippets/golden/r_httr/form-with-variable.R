library(httr)

body <- paste0("key=", Sys.getenv("QUERY_KEY"), "&x=1")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/form",
  add_headers("Content-Type" = "application/x-www-form-urlencoded"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
