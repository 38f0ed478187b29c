import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
}
body = b'------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
