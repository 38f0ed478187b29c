library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models?q=a%20b%26c%3Dd&q=50%25&%2B=1%2B1&empty=&%C3%BC=%E4%B8%96%E7%95%8C"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
