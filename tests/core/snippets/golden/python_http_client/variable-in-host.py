import http.client
import os
import re
from urllib.parse import urlsplit

address = os.environ["HOST_ADDRESS"] + "/v1/x"
url = urlsplit(address)
secure = url.scheme == "https"
Connection = http.client.HTTPSConnection if secure else http.client.HTTPConnection
connection = Connection(url.hostname, url.port)
target = re.sub(r"^\w+://[^/?]*/?", "/", address)
connection.request("GET", target)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
