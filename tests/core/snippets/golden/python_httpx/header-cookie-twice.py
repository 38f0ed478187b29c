import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = [
    ("Cookie", "a=1"),
    ("Cookie", "b=2"),
]

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
