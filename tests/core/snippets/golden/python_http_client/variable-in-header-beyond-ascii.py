import http.client
import os

headers = {
    "X-A": "ü " + os.environ["QUERY_KEY"],
    "X-B": ("世 " + os.environ["QUERY_KEY"]).encode(),
}

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/v1/models", headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
