import requests

url = "http://127.0.0.1:8765/v1/upload"
headers = {
    "Content-Type": "text/plain; charset=iso-8859-1",
}
data = b"gr\xfc\xdfe"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
