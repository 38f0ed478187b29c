library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go",
  config(path_as_is = TRUE)
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
