library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~",
  config(path_as_is = TRUE)
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
