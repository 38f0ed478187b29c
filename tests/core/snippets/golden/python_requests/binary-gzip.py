import requests

url = "http://127.0.0.1:8765/v1/upload"
headers = {
    "Content-Type": "application/gzip",
}
data = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcbH\xcd\xc9\xc9W\x08\xcf/\xcaI\xe1\x02\x00\xd5\xe09\x0b\x0c\x00\x00\x00"

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
