from pathlib import Path

import httpx

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b",
}
content = b"".join(
    [
        b'------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="image.png"\r\nContent-Type: image/png\r\n\r\n',
        Path("image.png").read_bytes(),
        b'\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="image[]"; filename="notes.txt"\r\nContent-Type: application/octet-stream\r\n\r\n',
        Path("notes.txt").read_bytes(),
        b'\r\n------PlaygroundBoundaryd449d477edf7502b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na cat\r\n------PlaygroundBoundaryd449d477edf7502b--\r\n',
    ]
)

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
