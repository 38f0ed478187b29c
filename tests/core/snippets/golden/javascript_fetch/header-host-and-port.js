const response = await fetch("http://127.0.0.1:8765/v1/models", {
  headers: {
    hOST: "virtual.example:81",
  },
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
