import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-Name": '世 "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"',
}


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
