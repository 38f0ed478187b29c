import asyncio
import os

import aiohttp

url = (
    "http://127.0.0.1:8765/"
    + os.environ["BASE_PATH"]
    + "/models?key="
    + os.environ["QUERY_KEY"]
)
headers = {
    "X-Api-Key": os.environ["api_key"],
}


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
