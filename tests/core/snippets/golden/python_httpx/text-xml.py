import httpx

url = "http://127.0.0.1:8765/soap"
headers = {
    "Content-Type": "application/xml",
}
content = """<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
"""

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
