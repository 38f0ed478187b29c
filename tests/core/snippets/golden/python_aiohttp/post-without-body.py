import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/cancel"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request(
            "POST", url, skip_auto_headers=["Content-Type"]
        ) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
