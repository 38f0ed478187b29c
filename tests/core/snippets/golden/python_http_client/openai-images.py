import http.client
import os

headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
body = b'{"model": "gpt-image-1", "prompt": "a cat", "n": 2}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/images/generations", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
