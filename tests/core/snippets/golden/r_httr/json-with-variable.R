library(httr)

body <- paste0(r"({
  "key": ")", Sys.getenv("QUERY_KEY"), r"(",
  "same": ")", Sys.getenv("QUERY_KEY"), "/", Sys.getenv("api_key"), r"("
})")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/items",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
