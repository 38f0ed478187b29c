library(httr)

response <- VERB(
  "GET",
  paste0("http://127.0.0.1:8765/", Sys.getenv("BASE_PATH"), "/models?key=", Sys.getenv("QUERY_KEY")),
  add_headers("X-Api-Key" = Sys.getenv("api_key"))
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
