library(httr)

response <- VERB(
  "GET",
  paste0(Sys.getenv("HOST_ADDRESS"), "/v1/x")
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
