import httpx

url = "http://127.0.0.1:8765/v1/x"
content = "no type here"

response = httpx.post(url, content=content, timeout=None)
print(response.text)
response.raise_for_status()
