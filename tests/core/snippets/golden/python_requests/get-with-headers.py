import requests

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "Accept": "application/json",
    "X-Request-Id": "7b1c",
    "User-Agent": "tester/1.0",
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
