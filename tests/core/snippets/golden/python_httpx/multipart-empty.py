import httpx

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
}
content = "------PlaygroundBoundary2e38e77b22c314a4--\r\n"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
