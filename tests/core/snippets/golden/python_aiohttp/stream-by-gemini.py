import asyncio
import os

import aiohttp

url = (
    "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"
)
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
data = b'{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            async for line in response.content:
                print(line.decode(), end="", flush=True)
            response.raise_for_status()


asyncio.run(main())
