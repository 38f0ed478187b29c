import httpx

url = "http://127.0.0.1:8765/dav/"
headers = {
    "Depth": "1",
}

response = httpx.request("PROPFIND", url, headers=headers, timeout=None)
print(response.text)
response.raise_for_status()
