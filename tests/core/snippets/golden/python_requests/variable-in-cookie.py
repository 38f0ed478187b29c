import os

import requests

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "Cookie": "token=" + os.environ["QUERY_KEY"],
}

response = requests.get(url, headers=headers)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
