import http.client

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
}
body = b'------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="file"; filename="data.jsonl"\r\nContent-Type: application/jsonl\r\n\r\n{"a": 1}\n{"b": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
