import requests

url = "https://api.example.com/v1/models"

response = requests.get(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
