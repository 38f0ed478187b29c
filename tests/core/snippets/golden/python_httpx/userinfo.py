import httpx

url = "http://127.0.0.1:8765/private"
headers = {
    "Authorization": "Basic bWU6cEBzcyB3w7ZyZA==",
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
