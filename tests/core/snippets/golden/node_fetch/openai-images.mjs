const response = await fetch("http://127.0.0.1:8765/v1/images/generations", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
  },
  body: '{"model": "gpt-image-1", "prompt": "a cat", "n": 2}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
