import httpx

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
}
content = '------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
