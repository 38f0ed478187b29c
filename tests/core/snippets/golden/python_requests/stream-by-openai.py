import os

import requests

url = "http://127.0.0.1:8765/v1/chat/completions"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
data = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'

with requests.post(url, headers=headers, data=data, stream=True) as response:
    for line in response.iter_lines(chunk_size=1):
        print(line.decode(), flush=True)
    response.raise_for_status()
