import httpx

url = "http://127.0.0.1:8765/dav/"
headers = {
    "Content-Type": "application/xml",
}
content = "<a/>"

response = httpx.request("REPORT", url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
