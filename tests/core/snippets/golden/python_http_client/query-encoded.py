import http.client

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
