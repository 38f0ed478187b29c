library(httr2)

body <- r"({"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it's \"ü\" 世界"}]}]})"

response <- request("http://127.0.0.1:8765/gateway/v1/chat/completions") |>
  req_method("POST") |>
  req_headers(
    Accept = "application/json",
    Authorization = paste0("Bearer ", Sys.getenv("YOUR_API_KEY")),
    "X-Trace" = "a b"
  ) |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
