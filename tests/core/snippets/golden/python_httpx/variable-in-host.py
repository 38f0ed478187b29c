import os

import httpx

url = os.environ["HOST_ADDRESS"] + "/v1/x"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
