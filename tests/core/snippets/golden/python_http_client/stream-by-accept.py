import http.client

headers = {
    "Accept": "text/event-stream",
}

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/events", headers=headers)
response = connection.getresponse()
for line in response:
    print(line.decode(), end="", flush=True)
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
