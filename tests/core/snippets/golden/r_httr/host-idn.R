library(httr)

response <- VERB(
  "GET",
  "https://xn--bcher-kva.example/a"
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
