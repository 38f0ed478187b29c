import httpx

url = "https://xn--bcher-kva.example/a"

response = httpx.get(url, timeout=None)
print(response.text)
response.raise_for_status()
