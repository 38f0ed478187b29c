import os

import httpx

url = "http://127.0.0.1:8765/v1/messages"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
content = (
    '{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}'
)

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
