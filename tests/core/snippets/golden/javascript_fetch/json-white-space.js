const response = await fetch("http://127.0.0.1:8765/v1/items", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: `{ "a" :\t[ 1 ,2 ] ,\r
"b":{ }\r
}\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
