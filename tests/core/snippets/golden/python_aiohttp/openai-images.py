import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/v1/images/generations"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
}
data = b'{"model": "gpt-image-1", "prompt": "a cat", "n": 2}'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
