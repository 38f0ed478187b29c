import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
}
data = '------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name="a %22quoted%22 näme"\r\n\r\n1\r\n------PlaygroundBoundary04afeccd1e3478cd\r\nContent-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r\nContent-Type: application/octet-stream\r\n\r\ncontent\r\n------PlaygroundBoundary04afeccd1e3478cd--\r\n'.encode()


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
