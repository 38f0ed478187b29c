import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765/v1",
)

response = client.chat.completions.create(
    model="gpt-4o",
    stream=True,
    messages=[
        {
            "role": "user",
            "content": "hi",
        },
    ],
)
for event in response:
    print(event.to_json(indent=None), flush=True)
