import os

import httpx

url = "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent"
headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
content = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'

response = httpx.post(url, headers=headers, content=content, timeout=None)
print(response.text)
response.raise_for_status()
