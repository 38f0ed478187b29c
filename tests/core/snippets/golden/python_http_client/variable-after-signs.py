import http.client
import os

headers = {
    "X-A": "#"
    + os.environ["QUERY_KEY"]
    + " $"
    + os.environ["QUERY_KEY"]
    + "{x} \\"
    + os.environ["QUERY_KEY"]
    + "\\n %"
    + os.environ["QUERY_KEY"]
    + "% @"
    + os.environ["QUERY_KEY"]
    + "_x[0]",
}

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("GET", "/v1/models", headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
