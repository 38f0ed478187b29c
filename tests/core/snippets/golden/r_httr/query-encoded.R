library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
