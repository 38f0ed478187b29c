import os

import requests

url = "http://127.0.0.1:8765/v1/responses"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
data = '{"model": "gpt-4o", "input": "hello", "store": false}'

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
