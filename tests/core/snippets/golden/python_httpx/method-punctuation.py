import httpx

url = "http://127.0.0.1:8765/x"

response = httpx.request("M-SEARCH", url, timeout=None)
print(response.text)
response.raise_for_status()
