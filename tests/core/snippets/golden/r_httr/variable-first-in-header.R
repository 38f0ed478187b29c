library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers(
    "X-A" = paste0(Sys.getenv("QUERY_KEY"), " after"),
    "X-B" = paste0(Sys.getenv("api_key"), Sys.getenv("QUERY_KEY"))
  )
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
