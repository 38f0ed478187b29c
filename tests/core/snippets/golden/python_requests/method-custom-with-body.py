import requests

url = "http://127.0.0.1:8765/dav/"
headers = {
    "Content-Type": "application/xml",
}
data = "<a/>"

response = requests.request("REPORT", url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
