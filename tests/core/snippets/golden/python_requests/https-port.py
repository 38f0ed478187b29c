import requests

url = "https://api.example.com:8443/v1/x"
headers = {
    "Content-Type": "application/json",
}
data = "{}"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
