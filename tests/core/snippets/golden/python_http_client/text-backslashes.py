import http.client

headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
body = b"C:\\new\\table \\\\ \\x41 \\u0041 \\0 \\"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/echo", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
