import requests

url = "http://127.0.0.1:8765/events"
headers = {
    "Accept": "text/event-stream",
}

with requests.get(url, headers=headers, stream=True) as response:
    for line in response.iter_lines(chunk_size=1):
        print(line.decode(), flush=True)
    response.raise_for_status()
