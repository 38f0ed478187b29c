library(httr)

body <- r"(<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
)"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/soap",
  add_headers("Content-Type" = "application/xml"),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
