const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    "X-A": `ü ${process.env.QUERY_KEY}`,
    "X-B": Buffer.from(`世 ${process.env.QUERY_KEY}`).toString("latin1"),
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
