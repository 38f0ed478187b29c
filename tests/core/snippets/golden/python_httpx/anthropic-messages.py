import os

import httpx

url = "http://127.0.0.1:8765/v1/messages"
headers = {
    "x-api-key": os.environ["YOUR_API_KEY"],
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "some-beta-2025-01-01",
    "Content-Type": "application/json",
}
content = '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
