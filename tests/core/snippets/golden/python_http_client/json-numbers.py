import http.client

headers = {
    "Content-Type": "application/json",
}
body = b'{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/items", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
