library(httr)

body <- r"({"model": "gpt-image-1", "prompt": "a cat", "n": 2})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/v1/images/generations",
  add_headers(
    "Content-Type" = "application/json",
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY"))
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
