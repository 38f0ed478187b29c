library(httr)

response <- VERB(
  "GET",
  "http://[::1]:8765/v6?x=1"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
