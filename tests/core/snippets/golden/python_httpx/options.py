import httpx

url = "http://127.0.0.1:8765/v1/items"

response = httpx.options(url, timeout=None)
print(response.text)
response.raise_for_status()
