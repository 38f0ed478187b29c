import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "DNT": "1",
    "Origin": "https://a.example",
    "Referer": "https://a.example/b",
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
