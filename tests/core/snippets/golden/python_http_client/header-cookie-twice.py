import http.client

headers = [
    ("Cookie", "a=1"),
    ("Cookie", "b=2"),
]

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.putrequest("GET", "/v1/models")
for name, value in headers:
    connection.putheader(name, value)
connection.endheaders()
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
