import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
}
body = '------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="b"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n'.encode()

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
