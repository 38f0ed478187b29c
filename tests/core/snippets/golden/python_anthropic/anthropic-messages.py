import os

from anthropic import Anthropic

client = Anthropic(
    api_key=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765",
)

response = client.messages.create(
    model="claude-sonnet-4-0",
    max_tokens=64,
    system="Be brief.",
    messages=[
        {
            "role": "user",
            "content": "hi",
        },
    ],
    extra_body={
        "top_k": 5,
    },
    extra_headers={
        "x-api-key": os.environ["YOUR_API_KEY"],
        "anthropic-version": "2023-06-01",
        "anthropic-beta": "some-beta-2025-01-01",
    },
)
print(response.to_json())
