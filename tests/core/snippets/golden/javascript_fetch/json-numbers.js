const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
