import os

from google import genai
from google.genai import types

client = genai.Client(
    api_key=os.environ["YOUR_API_KEY"],
    http_options=types.HttpOptions(
        base_url="http://127.0.0.1:8765",
        api_version="v1beta",
    ),
)
response = client.models.generate_content(
    model="gemini-2.5-flash",
    contents=[
        {
            "role": "user",
            "parts": [
                {
                    "text": "hi",
                },
            ],
        },
    ],
    config={
        "temperature": 0.5,
        "maxOutputTokens": 100,
        "stopSequences": ["x"],
        "systemInstruction": {
            "parts": [
                {
                    "text": "brief",
                },
            ],
        },
    },
)
print(response.model_dump_json(exclude_none=True))
