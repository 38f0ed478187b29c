import http.client

headers = {
    "X-Name": '世 "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"'.encode(),
}

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/v1/models", headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
