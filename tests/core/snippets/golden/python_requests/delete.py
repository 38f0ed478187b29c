import requests

url = "http://127.0.0.1:8765/v1/items/3"

response = requests.delete(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
