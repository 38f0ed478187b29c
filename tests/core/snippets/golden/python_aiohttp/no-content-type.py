import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/x"
data = b"no type here"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request(
            "POST", url, data=data, skip_auto_headers=["Content-Type"]
        ) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
