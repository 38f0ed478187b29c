import asyncio

import aiohttp

url = "http://127.0.0.1:8765/_search"
headers = {
    "Content-Type": "application/json",
}
data = b'{"query": {"match_all": {}}}'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
