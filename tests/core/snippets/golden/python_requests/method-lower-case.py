import requests

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
data = "{}"

request = requests.Request("patch", url, headers=headers, data=data).prepare()
request.method = "patch"
session = requests.Session()
response = session.send(request)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
