library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/%E6%90%9C%E7%B4%A2?q=%E4%B8%96%E7%95%8C%20%C3%BC&emoji=%F0%9F%98%80"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
