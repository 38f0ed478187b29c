library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers("X-A" = paste0("#", Sys.getenv("QUERY_KEY"), " $", Sys.getenv("QUERY_KEY"), r"({x} \)", Sys.getenv("QUERY_KEY"), r"(\n %)", Sys.getenv("QUERY_KEY"), "% @", Sys.getenv("QUERY_KEY"), "_x[0]"))
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
