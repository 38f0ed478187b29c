import httpx

url = "http://127.0.0.1:8765/list?tag=a&tag=b&tag=a&z=1&a=2"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
