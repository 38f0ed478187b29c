import http.client
import os

headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
body = b'{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request(
    "POST",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
    body,
    headers=headers,
)
response = connection.getresponse()
for line in response:
    print(line.decode(), end="", flush=True)
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
