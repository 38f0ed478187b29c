import http.client
import os

headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
body = b'{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/chat/completions", body, headers=headers)
response = connection.getresponse()
for line in response:
    print(line.decode(), end="", flush=True)
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
