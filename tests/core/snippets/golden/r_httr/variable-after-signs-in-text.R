library(httr)

body <- paste0("#", Sys.getenv("QUERY_KEY"), r"(
$)", Sys.getenv("QUERY_KEY"), r"({x} \)", Sys.getenv("QUERY_KEY"), r"(\n
%)", Sys.getenv("QUERY_KEY"), r"(% '")")

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/echo",
  add_headers("Content-Type" = "text/plain; charset=utf-8"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
