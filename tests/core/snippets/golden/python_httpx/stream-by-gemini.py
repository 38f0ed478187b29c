import os

import httpx

url = (
    "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"
)
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
content = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'

with httpx.stream(
    "POST", url, headers=headers, content=content, timeout=None
) as response:
    for text in response.iter_text():
        print(text, end="", flush=True)
    response.raise_for_status()
