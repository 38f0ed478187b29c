import os

import requests

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
data = (
    '{\n  "key": "'
    + os.environ["QUERY_KEY"]
    + '",\n  "same": "'
    + os.environ["QUERY_KEY"]
    + "/"
    + os.environ["api_key"]
    + """"
}"""
).encode()

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
