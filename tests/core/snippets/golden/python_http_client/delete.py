import http.client

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("DELETE", "/v1/items/3")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
