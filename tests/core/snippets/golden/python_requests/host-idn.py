import requests

url = "https://xn--bcher-kva.example/a"

response = requests.get(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
