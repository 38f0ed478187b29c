const response = await fetch("http://127.0.0.1:8765/v1/echo", {
  method: "POST",
  headers: {
    "Content-Type": "text/plain; charset=utf-8",
  },
  body: `#${process.env.QUERY_KEY}
$${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n
%${process.env.QUERY_KEY}% '"`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
