import http.client
import os

headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
body = (
    "#"
    + os.environ["QUERY_KEY"]
    + """
$"""
    + os.environ["QUERY_KEY"]
    + "{x} \\"
    + os.environ["QUERY_KEY"]
    + r"""\n
%"""
    + os.environ["QUERY_KEY"]
    + "% '\""
).encode()

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/v1/echo", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
