import http.client

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
