import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765/v1",
)

response = client.images.generate(
    model="gpt-image-1",
    prompt="a cat",
    n=2,
)
print(response.to_json())
