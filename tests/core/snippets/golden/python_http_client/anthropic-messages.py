import http.client
import os

headers = {
    "x-api-key": os.environ["YOUR_API_KEY"],
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "some-beta-2025-01-01",
    "Content-Type": "application/json",
}
body = b'{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/messages", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
