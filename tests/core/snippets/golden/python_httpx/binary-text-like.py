import httpx

url = "http://127.0.0.1:8765/v1/upload"
headers = {
    "Content-Type": "application/octet-stream",
}
content = "plain ascii bytes"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
