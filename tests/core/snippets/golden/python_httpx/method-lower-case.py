import httpx

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
content = "{}"

with httpx.Client(timeout=None) as client:
    request = client.build_request("patch", url, headers=headers, content=content)
    request.method = "patch"
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
