import http.client

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~")
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
