import http.client

connection = http.client.HTTPSConnection("xn--bcher-kva.example")
connection.request("GET", "/a")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
