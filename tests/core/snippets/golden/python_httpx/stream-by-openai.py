import os

import httpx

url = "http://127.0.0.1:8765/v1/chat/completions"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
content = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'

with httpx.stream(
    "POST", url, headers=headers, content=content, timeout=None
) as response:
    for text in response.iter_text():
        print(text, end="", flush=True)
    response.raise_for_status()
