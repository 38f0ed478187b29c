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

let rest = "";
const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  const lines = (rest + value).split("\n");
  rest = lines.pop();
  lines.forEach((line) => console.log(line));
}
if (rest) console.log(rest);
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
