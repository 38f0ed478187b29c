import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-A": "ü " + os.environ["QUERY_KEY"],
    "X-B": "世 " + os.environ["QUERY_KEY"],
}


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
