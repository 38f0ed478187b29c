import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse"
headers = {
    "Content-Type": "application/json",
}
data = b"{}"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            async for line in response.content:
                print(line.decode(), end="", flush=True)
            response.raise_for_status()


asyncio.run(main())
