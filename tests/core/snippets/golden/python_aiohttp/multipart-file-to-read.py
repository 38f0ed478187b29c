import asyncio
from pathlib import Path

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2",
}
data = b"".join(
    [
        b'------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="model"\r\n\r\nwhisper-1\r\n------PlaygroundBoundaryf73962d8f40d61f2\r\nContent-Disposition: form-data; name="file"; filename="notes.txt"\r\nContent-Type: text/plain\r\n\r\n',
        Path("notes.txt").read_bytes(),
        b"\r\n------PlaygroundBoundaryf73962d8f40d61f2--\r\n",
    ]
)


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
