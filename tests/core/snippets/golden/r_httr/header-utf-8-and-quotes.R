library(httr)

response <- VERB(
  "GET",
  "http://127.0.0.1:8765/v1/models",
  add_headers("X-Name" = r"-(世 "x" 'y' \ \n $HOME ${x} #{x} #$0 @{x} %s `z` )")-")
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
