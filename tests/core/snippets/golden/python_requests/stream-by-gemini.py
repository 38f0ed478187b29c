import os

import requests

url = (
    "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"
)
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
data = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'

with requests.post(url, headers=headers, data=data, stream=True) as response:
    for line in response.iter_lines(chunk_size=1):
        print(line.decode(), flush=True)
    response.raise_for_status()
