const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: '{"文字": "grüße 世界 😀 \u2028\u2029\ufeff é \u200b"}',
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
