import httpx

url = "http://127.0.0.1:8765/v1/form"
headers = {
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
}
content = "a=%C3%BC"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
