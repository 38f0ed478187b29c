import asyncio
import os

import aiohttp

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


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
