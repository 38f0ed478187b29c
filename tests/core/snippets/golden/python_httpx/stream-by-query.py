import httpx

url = "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse"
headers = {
    "Content-Type": "application/json",
}
content = "{}"

with httpx.stream(
    "POST", url, headers=headers, content=content, timeout=None
) as response:
    for text in response.iter_text():
        print(text, end="", flush=True)
    response.raise_for_status()
