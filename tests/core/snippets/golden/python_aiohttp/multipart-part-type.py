import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01",
}
data = b'------PlaygroundBoundary63a6b0217bdc2b01\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"x": 1}\r\n------PlaygroundBoundary63a6b0217bdc2b01--\r\n'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
