import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
}
data = b'------PlaygroundBoundary175c17ca22e52928\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary175c17ca22e52928--\r\n'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
