import requests
from urllib3 import HTTPHeaderDict

url = "http://127.0.0.1:8765/v1/models"
headers = [
    ("Cookie", "a=1"),
    ("Cookie", "b=2"),
]

request = requests.Request("GET", url).prepare()
request.headers = HTTPHeaderDict([*request.headers.items(), *headers])
session = requests.Session()
response = session.send(request)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
