import httpx

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
content = "it's \"quoted\" `ticks` '''three''' \"\"\"three\"\"\" ''"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
