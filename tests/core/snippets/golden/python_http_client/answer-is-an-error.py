import http.client

headers = {
    "Content-Type": "application/json",
}
body = b"{}"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/items", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
