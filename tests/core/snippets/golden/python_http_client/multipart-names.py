import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
}
body = '------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name="a %22quoted%22 näme"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n'.encode()

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
