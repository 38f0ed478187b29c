library(httr)

body <- r"({"query": {"match_all": {}}})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/_search",
  add_headers("Content-Type" = "application/json"),
  config(customrequest = "GET"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
