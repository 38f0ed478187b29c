import os

from anthropic import Anthropic

client = Anthropic(
    auth_token=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765",
)

response = client.messages.create(
    model="m",
    max_tokens=64,
    messages=[
        {
            "role": "user",
            "content": "hi",
        },
    ],
)
print(response.to_json())
