import asyncio

import aiohttp

url = "https://api.example.com:8443/v1/x"
headers = {
    "Content-Type": "application/json",
}
data = b"{}"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
