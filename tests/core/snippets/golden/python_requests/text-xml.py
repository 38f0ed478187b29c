import requests

url = "http://127.0.0.1:8765/soap"
headers = {
    "Content-Type": "application/xml",
}
data = """<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
"""

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
