const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "PATCH",
  headers: {
    "Content-Type": "application/json",
  },
  body: '[{"op": "remove", "path": "/a"}]',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
