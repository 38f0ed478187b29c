import requests

url = "http://127.0.0.1:8765/v1/form"
headers = {
    "Content-Type": "application/x-www-form-urlencoded",
}
data = "a=1&b=%20&c=+&&d"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
