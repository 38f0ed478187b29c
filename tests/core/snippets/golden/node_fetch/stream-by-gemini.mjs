const url =
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse";
const response = await fetch(url, {
  method: "POST",
  headers: {
    "x-goog-api-key": process.env.YOUR_API_KEY,
    "Content-Type": "application/json",
  },
  body: '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}',
});

for await (const chunk of response.body) {
  process.stdout.write(chunk);
}
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
