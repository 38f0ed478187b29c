const body = new TextEncoder().encode("no type here");

const response = await fetch("http://127.0.0.1:8765/v1/x", {
  method: "POST",
  body,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
