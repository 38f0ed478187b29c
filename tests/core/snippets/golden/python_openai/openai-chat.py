import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765/gateway/v1",
)

response = client.chat.completions.create(
    model="gpt-4o",
    temperature=0.5,
    n=1,
    stop=["a", "\n"],
    user=None,
    messages=[
        {
            "role": "user",
            "content": [
                {
                    "type": "text",
                    "text": 'it\'s "ü" 世界',
                },
            ],
        },
    ],
    extra_body={
        "vendor_option": {
            "x": [],
        },
    },
    extra_headers={
        "X-Trace": "a b",
    },
)
print(response.to_json())
