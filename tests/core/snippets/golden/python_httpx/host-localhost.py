import httpx

url = "http://localhost:8765/v1/models"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
