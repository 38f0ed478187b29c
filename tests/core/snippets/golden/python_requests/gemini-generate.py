import os

import requests

url = "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent"
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
data = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'

response = requests.post(url, headers=headers, data=data)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
