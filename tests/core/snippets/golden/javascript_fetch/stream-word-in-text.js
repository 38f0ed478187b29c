const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: '{"content": "say \\"stream\\": true", "nested": {"stream": true}}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
