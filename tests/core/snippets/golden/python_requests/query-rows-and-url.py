import requests

url = "http://127.0.0.1:8765/list?a=1&b=x%20y"

response = requests.get(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
