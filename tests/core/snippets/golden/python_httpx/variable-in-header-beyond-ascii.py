import os

import httpx

url = "http://127.0.0.1:8765/v1/models"
headers = {
    b"X-A": ("ü " + os.environ["QUERY_KEY"]).encode("latin-1"),
    b"X-B": ("世 " + os.environ["QUERY_KEY"]).encode(),
}

response = httpx.get(url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
