import httpx

url = "http://127.0.0.1:8765/list?a=1&b=x%20y"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
