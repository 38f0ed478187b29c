import httpx

url = "http://127.0.0.1:8765/v1/items/3"

response = httpx.delete(url, timeout=None)
print(response.text)
response.raise_for_status()
