import httpx

url = "https://api.example.com/v1/models"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
