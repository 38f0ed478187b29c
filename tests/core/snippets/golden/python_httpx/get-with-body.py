import httpx

url = "http://127.0.0.1:8765/_search"
headers = {
    "Content-Type": "application/json",
}
content = '{"query": {"match_all": {}}}'

response = httpx.request("GET", url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
