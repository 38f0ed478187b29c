import requests

url = "http://127.0.0.1:8765/v1/x"
headers = {
    "Content-Type": "application/json",
}
data = "{}"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
