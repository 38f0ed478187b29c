const body = Uint8Array.from(atob("Z3L832U="), (c) => c.charCodeAt(0));

const response = await fetch("http://127.0.0.1:8765/v1/upload", {
  method: "POST",
  headers: {
    "Content-Type": "text/plain; charset=iso-8859-1",
  },
  body,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
