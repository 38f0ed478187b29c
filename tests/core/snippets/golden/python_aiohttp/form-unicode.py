import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/form"
headers = {
    "Content-Type": "application/x-www-form-urlencoded",
}
data = b"name=%E4%B8%96%E7%95%8C+%C3%BC&quote=it%27s+%22x%22&line=a%0D%0Ab&plus=1%2B1+%7E*-._"


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
