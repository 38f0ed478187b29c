import httpx

url = "http://[::1]:8765/v6?x=1"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
