import http.client

headers = {
    "Content-Type": "application/json",
}
body = b"{}"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request(
    "POST", "/v1beta/models/g:streamGenerateContent?alt=sse", body, headers=headers
)
response = connection.getresponse()
for line in response:
    print(line.decode(), end="", flush=True)
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
