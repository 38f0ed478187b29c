const response = await fetch("http://127.0.0.1:8765/v1/x", {
  method: "POST",
  headers: {
    "content-TYPE": "application/JSON;charset=UTF-8",
  },
  body: "{}",
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
