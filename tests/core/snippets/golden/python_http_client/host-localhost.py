import http.client

connection = http.client.HTTPConnection("localhost", 8765)
connection.request("GET", "/v1/models")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
