import os

import httpx

url = (
    "http://127.0.0.1:8765/"
    + os.environ["BASE_PATH"]
    + "/models?key="
    + os.environ["QUERY_KEY"]
)
headers = {
    "X-Api-Key": os.environ["api_key"],
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
