import os

import httpx

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
content = (
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

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
