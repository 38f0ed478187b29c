import httpx

url = "http://127.0.0.1:8765/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~"
extensions = {"target": b"/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~"}

with httpx.Client(timeout=None) as client:
    request = client.build_request("GET", url, extensions=extensions)
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
