import asyncio

import aiohttp

url = "http://127.0.0.1:8765/events"
headers = {
    "Accept": "text/event-stream",
}


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers) as response:
            async for line in response.content:
                print(line.decode(), end="", flush=True)
            response.raise_for_status()


asyncio.run(main())
