import asyncio

import aiohttp

url = "http://127.0.0.1:8765/soap"
headers = {
    "Content-Type": "application/xml",
}
data = b"""<?xml version="1.0"?>
<a b="c">&amp; <![CDATA[x]]></a>
"""


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
