import os

import requests

url = os.environ["HOST_ADDRESS"] + "/v1/x"

response = requests.get(url)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
