import http.client
import os

headers = {
    "x-goog-api-key": os.environ["YOUR_API_KEY"],
    "Content-Type": "application/json",
}
body = b'{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'

connection = http.client.HTTPConnection("127.0.0.1", 8765)
connection.request(
    "POST", "/v1beta/models/gemini-2.5-flash:generateContent", body, headers=headers
)
response = connection.getresponse()
print(response.read().decode(errors="replace"))
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
