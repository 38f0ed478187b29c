const response = await fetch("http://127.0.0.1:8765/dav/", {
  method: "REPORT",
  headers: {
    "Content-Type": "application/xml",
  },
  body: "<a/>",
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
