import http.client

headers = {
    "Content-Type": "application/json",
}
body = b'{"query": {"match_all": {}}}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/_search", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
