import httpx

url = "https://api.example.com:8443/v1/x"
headers = {
    "Content-Type": "application/json",
}
content = "{}"

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
