library(httr)

body <- r"({"a": "\u4e16 \/ \" \\ \n \ud83d\ude00 \u0000"})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/items",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
