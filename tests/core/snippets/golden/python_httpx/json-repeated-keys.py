import httpx

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
content = '{"b": 1, "a": 2, "b": 3}'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
