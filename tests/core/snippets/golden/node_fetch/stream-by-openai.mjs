const response = await fetch("http://127.0.0.1:8765/v1/chat/completions", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
  },
  body: '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}',
});

for await (const chunk of response.body) {
  process.stdout.write(chunk);
}
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
