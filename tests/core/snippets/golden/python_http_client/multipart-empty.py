import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
}
body = b"------PlaygroundBoundary2e38e77b22c314a4--\r\n"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
