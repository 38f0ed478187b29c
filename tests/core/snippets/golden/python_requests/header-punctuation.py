import requests

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-List": 'a: b; c="d", e=f;;, :',
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
