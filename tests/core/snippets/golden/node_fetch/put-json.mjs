const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "PUT",
  headers: {
    "Content-Type": "application/json",
  },
  body: '{"name": "x"}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
