import http.client

headers = {
    "Content-Type": "application/json",
}
body = '{"文字": "grüße 世界 😀 \u2028\u2029\ufeff é \u200b"}'.encode()

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/items", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
