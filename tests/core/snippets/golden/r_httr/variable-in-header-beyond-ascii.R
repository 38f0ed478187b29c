library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers(
    "X-A" = paste0("\xfc ", Sys.getenv("QUERY_KEY")),
    "X-B" = paste0("世 ", Sys.getenv("QUERY_KEY"))
  )
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
