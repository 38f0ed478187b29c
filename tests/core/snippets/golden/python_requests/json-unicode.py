import requests

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
data = '{"文字": "grüße 世界 😀 \u2028\u2029\ufeff é \u200b"}'.encode()

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
