import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/v1/models"
headers = {
    "X-A": "#"
    + os.environ["QUERY_KEY"]
    + " $"
    + os.environ["QUERY_KEY"]
    + "{x} \\"
    + os.environ["QUERY_KEY"]
    + "\\n %"
    + os.environ["QUERY_KEY"]
    + "% @"
    + os.environ["QUERY_KEY"]
    + "_x[0]",
}


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("GET", url, headers=headers) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
