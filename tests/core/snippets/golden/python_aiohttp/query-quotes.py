import asyncio

import aiohttp
from yarl import URL

url = URL(
    "http://127.0.0.1:8765/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~", encoded=True
)


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
