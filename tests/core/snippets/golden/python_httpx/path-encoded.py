import httpx

url = "http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go"
extensions = {"target": b"/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go"}

with httpx.Client(timeout=None) as client:
    request = client.build_request("GET", url, extensions=extensions)
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
