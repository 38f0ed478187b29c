import http.client
from pathlib import Path

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b",
}
body = b"".join(
    [
        b'------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="image.png"\r\nContent-Type: image/png\r\n\r\n',
        Path("image.png").read_bytes(),
        b'\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="notes.txt"\r\nContent-Type: application/octet-stream\r\n\r\n',
        Path("notes.txt").read_bytes(),
        b'\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n',
    ]
)

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
