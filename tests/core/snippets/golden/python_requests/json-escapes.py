import requests

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
data = '{"a": "\\u4e16 \\/ \\" \\\\ \\n \\ud83d\\ude00 \\u0000"}'

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
