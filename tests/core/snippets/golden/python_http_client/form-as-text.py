import http.client

headers = {
    "Content-Type": "application/x-www-form-urlencoded",
}
body = b"a=1&b=%20&c=+&&d"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/form", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
