import requests

url = "http://127.0.0.1:8765/dav/"
headers = {
    "Depth": "1",
}

response = requests.request("PROPFIND", url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
