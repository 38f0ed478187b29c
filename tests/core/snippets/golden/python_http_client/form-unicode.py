import http.client

headers = {
    "Content-Type": "application/x-www-form-urlencoded",
}
body = b"name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._"

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/form", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
