import asyncio
import os

import aiohttp

url = "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent"
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
data = b'{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.request("POST", url, headers=headers, data=data) as response:
            print(await response.text("utf-8", "replace"))
            response.raise_for_status()


asyncio.run(main())
