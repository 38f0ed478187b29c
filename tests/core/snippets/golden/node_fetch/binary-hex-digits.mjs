const body = Buffer.from("/2FiYwAxMjP+gGY=", "base64");

const response = await fetch("http://127.0.0.1:8765/v1/upload", {
  method: "POST",
  headers: {
    "Content-Type": "application/octet-stream",
  },
  body,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
