import os

import httpx

url = "http://127.0.0.1:8765/gateway/v1/chat/completions"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
    "X-Trace": "a b",
}
content = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}'.encode()

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
