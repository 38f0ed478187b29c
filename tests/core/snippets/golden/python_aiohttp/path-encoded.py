import asyncio

import aiohttp
from yarl import URL

url = URL("http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go", encoded=True)


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
