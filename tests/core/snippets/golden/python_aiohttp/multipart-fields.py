import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
}
data = '------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="b"\r\n\r\nzwei ü\r\nline\r\n------PlaygroundBoundary8ee45f4618e8f20d\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n------PlaygroundBoundary8ee45f4618e8f20d--\r\n'.encode()


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
