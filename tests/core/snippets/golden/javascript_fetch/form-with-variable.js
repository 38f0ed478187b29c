const response = await fetch("http://127.0.0.1:8765/v1/form", {
  method: "POST",
  headers: {
    "Content-Type": "application/x-www-form-urlencoded",
  },
  body: `key=${process.env.QUERY_KEY}&x=1`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
