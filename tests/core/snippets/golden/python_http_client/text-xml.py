import http.client

headers = {
    "Content-Type": "application/xml",
}
body = b"""<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
"""

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request("POST", "/soap", body, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
