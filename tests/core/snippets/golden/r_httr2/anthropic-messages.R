library(httr2)

body <- r"({"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]})"

response <- request("http://127.0.0.1:8765/v1/messages") |>
  req_method("POST") |>
  req_headers(
    "x-api-key" = Sys.getenv("YOUR_API_KEY"),
    "anthropic-version" = "2023-06-01",
    "anthropic-beta" = "some-beta-2025-01-01"
  ) |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
