library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/list?filter[name]=x&ids[]=1&ids[]=2",
  config(path_as_is = TRUE)
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
