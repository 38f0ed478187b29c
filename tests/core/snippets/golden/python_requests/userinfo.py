import requests

url = "http://127.0.0.1:8765/private"
headers = {
    "Authorization": "Basic bWU6cEBzcyB3w7ZyZA==",
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
