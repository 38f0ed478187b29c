import httpx

url = "http://127.0.0.1:8765/a%2fb?c=%e4%b8%ad"
extensions = {"target": b"/a%2fb?c=%e4%b8%ad"}

with httpx.Client(timeout=None) as client:
    request = client.build_request("GET", url, extensions=extensions)
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
