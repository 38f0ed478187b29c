import asyncio

import aiohttp

url = "http://127.0.0.1:8765/v1/files"
headers = {
    "Content-Type": "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
}
data = b'------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n------PlaygroundBoundary4c81953d1c1f9d69\r\nContent-Disposition: form-data; name="file"; filename="data.jsonl"\r\nContent-Type: application/jsonl\r\n\r\n{"a": 1}\n{"b": 2}\n\r\n------PlaygroundBoundary4c81953d1c1f9d69--\r\n'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
