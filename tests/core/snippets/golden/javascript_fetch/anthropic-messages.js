const response = await fetch("http://127.0.0.1:8765/v1/messages", {
  method: "POST",
  headers: {
    "x-api-key": process.env.YOUR_API_KEY,
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "some-beta-2025-01-01",
    "Content-Type": "application/json",
  },
  body: '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
