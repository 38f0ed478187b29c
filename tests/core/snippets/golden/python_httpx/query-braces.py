import httpx

url = "http://127.0.0.1:8765/list?range=%7B1..3%7D&set=[1-3]"
extensions = {"target": b"/list?range=%7B1..3%7D&set=[1-3]"}

with httpx.Client(timeout=None) as client:
    request = client.build_request("GET", url, extensions=extensions)
    response = client.send(request)
    print(response.text)
    response.raise_for_status()
