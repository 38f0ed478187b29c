import httpx

url = "http://127.0.0.1:8765/v1/upload"
headers = {
    "Content-Type": "application/gzip",
}
content = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcbH\xcd\xc9\xc9W\x08\xcf/\xcaI\xe1\x02\x00\xd5\xe09\x0b\x0c\x00\x00\x00"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
