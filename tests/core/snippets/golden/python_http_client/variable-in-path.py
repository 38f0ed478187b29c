import http.client
import os
import re
from urllib.parse import urlsplit

headers = {
    "X-Api-Key": os.environ["api_key"],
}

address = (
    "http://127.0.0.1:8765/"
    + os.environ["BASE_PATH"]
    + "/models?key="
    + os.environ["QUERY_KEY"]
)
url = urlsplit(address)
secure = url.scheme == "https"
Connection = http.client.HTTPSConnection if secure else http.client.HTTPConnection
connection = Connection(url.hostname, url.port)
target = re.sub(r"^\w+://[^/?]*/?", "/", address)
connection.request("GET", target, headers=headers)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
