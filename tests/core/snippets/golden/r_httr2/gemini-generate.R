library(httr2)

body <- r"({"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}})"

response <- request("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent") |>
  req_method("POST") |>
  req_headers("x-goog-api-key" = Sys.getenv("YOUR_API_KEY")) |>
  req_body_raw(body, type = "application/json") |>
  req_error(is_error = \(resp) FALSE) |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
