import httpx

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=my-own-boundary",
}
content = '--my-own-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--my-own-boundary--\r\n'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
