import http.client

headers = {
    "Content-Type": "application/json",
}
body = b"{}"

connection = http.client.HTTPSConnection("api.example.com", 8443)
connection.request("POST", "/v1/x", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
