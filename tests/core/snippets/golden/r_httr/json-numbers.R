library(httr)

body <- r"({"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/items",
  add_headers("Content-Type" = "application/json"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
