const response = await fetch("http://127.0.0.1:8765/v1/chat/completions", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
  },
  body: '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}',
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
