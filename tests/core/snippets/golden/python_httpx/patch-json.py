import httpx

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
content = '[{"op": "remove", "path": "/a"}]'

response = httpx.patch(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
