import httpx

url = "http://127.0.0.1:8765/events"
headers = {
    "Accept": "text/event-stream",
}

with httpx.stream("GET", url, headers=headers, timeout=None) as response:
    for text in response.iter_text():
        print(text, end="", flush=True)
    response.raise_for_status()
