import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/v1/items"
headers = {
    "Content-Type": "application/json",
}
data = (
    '{\n  "key": "'
    + os.environ["QUERY_KEY"]
    + '",\n  "same": "'
    + os.environ["QUERY_KEY"]
    + "/"
    + os.environ["api_key"]
    + """"
}"""
).encode()


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
