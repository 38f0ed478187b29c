const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: '{"a": "\\u4e16 \\/ \\" \\\\ \\n \\ud83d\\ude00 \\u0000"}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
