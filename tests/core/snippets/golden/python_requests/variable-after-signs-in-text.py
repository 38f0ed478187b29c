import os

import requests

url = "http://127.0.0.1:8765/v1/echo"
headers = {
    "Content-Type": "text/plain; charset=utf-8",
}
data = (
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

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
