library(httr)

body <- r"({"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it's \"ü\" 世界"}]}]})"

response <- VERB(
  "POST",
  "http://127.0.0.1:8765/gateway/v1/chat/completions",
  add_headers(
    "Content-Type" = "application/json",
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY")),
    "X-Trace" = "a b"
  ),
  body = body
)

cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
