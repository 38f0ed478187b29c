import http.client
from pathlib import Path

headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2",
}
body = b"".join(
    [
        b'------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="model"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="file"; filename="notes.txt"\r\nContent-Type: text/plain\r\n\r\n',
        Path("notes.txt").read_bytes(),
        b"\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n",
    ]
)

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/files", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
