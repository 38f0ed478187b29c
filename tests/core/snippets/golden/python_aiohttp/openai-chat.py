import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/gateway/v1/chat/completions"
headers = {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "Authorization": "Bearer " + os.environ["YOUR_API_KEY"],
    "X-Trace": "a b",
}
data = '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}'.encode()


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
