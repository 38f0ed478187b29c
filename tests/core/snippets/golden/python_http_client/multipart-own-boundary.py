import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=my-own-boundary",
}
body = b'--my-own-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--my-own-boundary--\r\n'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
