library(httr2)

body <- r"(<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
)"

response <- request("http://127.0.0.1:8765/soap") |>
  req_method("POST") |>
  req_body_raw(body, type = "application/xml") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
