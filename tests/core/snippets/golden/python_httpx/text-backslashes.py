import httpx

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
content = "C:\\new\\table \\\\ \\x41 \\u0041 \\0 \\"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
