import httpx

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
content = (
    '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'
)

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
