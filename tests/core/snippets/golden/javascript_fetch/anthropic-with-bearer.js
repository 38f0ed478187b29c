const response = await fetch("http://127.0.0.1:8765/v1/messages", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
  },
  body: '{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
