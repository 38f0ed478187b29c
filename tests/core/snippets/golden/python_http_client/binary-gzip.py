import http.client

headers = {
    "Content-Type": "application/gzip",
}
body = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcbH\xcd\xc9\xc9W\x08\xcf/\xcaI\xe1\x02\x00\xd5\xe09\x0b\x0c\x00\x00\x00"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/upload", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
