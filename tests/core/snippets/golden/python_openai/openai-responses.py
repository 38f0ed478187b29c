import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["YOUR_API_KEY"],
    base_url="http://127.0.0.1:8765/v1",
)

response = client.responses.create(
    model="gpt-4o",
    input="hello",
    store=False,
)
print(response.to_json())
