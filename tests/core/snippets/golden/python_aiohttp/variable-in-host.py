import asyncio
import os

import aiohttp

url = os.environ["HOST_ADDRESS"] + "/v1/x"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
