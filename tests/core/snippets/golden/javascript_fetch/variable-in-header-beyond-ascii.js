const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    "X-A": `ü ${process.env.QUERY_KEY}`,
    "X-B": String.fromCharCode(...new TextEncoder().encode(`世 ${process.env.QUERY_KEY}`)),
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
