import httpx

url = "http://127.0.0.1:8765/v1/cancel"

response = httpx.post(url, timeout=None)
print(response.text)
response.raise_for_status()
