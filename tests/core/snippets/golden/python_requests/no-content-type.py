import requests

url = "http://127.0.0.1:8765/v1/x"
data = "no type here"

response = requests.post(url, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
