library(httr)

body <- "{\"文字\": \"grüße 世界 😀 \u2028\u2029\ufeff é \u200b\"}"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/items",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
