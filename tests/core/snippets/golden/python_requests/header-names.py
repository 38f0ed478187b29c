import requests

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "x-lower": "1",
    "X_UNDER": "2",
    "X-!#$%&'*+.^`|~": "3",
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
