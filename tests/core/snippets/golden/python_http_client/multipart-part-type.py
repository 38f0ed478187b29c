import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01",
}
body = b'------PlaygroundBoundary63a6b0217bdc2b01\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"x": 1}\r\n------PlaygroundBoundary63a6b0217bdc2b01--\r\n'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
