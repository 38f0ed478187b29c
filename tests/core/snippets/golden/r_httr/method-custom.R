library(httr)

response <- VERB(
  "PROPFIND",
  "http://127.0.0.1:8765/dav/",
  add_headers(Depth = "1")
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
