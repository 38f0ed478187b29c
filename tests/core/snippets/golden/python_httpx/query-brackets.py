import httpx

url = "http://127.0.0.1:8765/list?filter[name]=x&ids[]=1&ids[]=2"
extensions = {"target": b"/list?filter[name]=x&ids[]=1&ids[]=2"}

with httpx.Client(timeout=None) as client:
    request = client.build_request("GET", url, extensions=extensions)
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
