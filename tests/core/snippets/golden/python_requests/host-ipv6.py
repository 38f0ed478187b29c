import requests

url = "http://[::1]:8765/v6?x=1"

response = requests.get(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
