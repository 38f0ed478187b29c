import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=my-own-boundary",
}
data = b'--my-own-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--my-own-boundary--\r\n'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
