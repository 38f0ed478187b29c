const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    "X-A": `#${process.env.QUERY_KEY} $${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n %${process.env.QUERY_KEY}% @${process.env.QUERY_KEY}_x[0]`,
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
