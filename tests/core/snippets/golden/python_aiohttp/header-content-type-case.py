import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/x"
headers = {
    "content-TYPE": "application/JSON;charset=UTF-8",
}
data = b"{}"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
