import os

import httpx

url = "http://127.0.0.1:8765/v1/responses"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
content = '{"model": "gpt-4o", "input": "hello", "store": false}'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
