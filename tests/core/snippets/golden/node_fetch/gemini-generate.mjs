const url =
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent";
const response = await fetch(url, {
  method: "POST",
  headers: {
    "x-goog-api-key": process.env.YOUR_API_KEY,
    "Content-Type": "application/json",
  },
  body: '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
