const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01",
  },
  body: `------PlaygroundBoundary63a6b0217bdc2b01\r
Content-Disposition: form-data; name="meta"\r
Content-Type: application/json\r
\r
{"x": 1}\r
------PlaygroundBoundary63a6b0217bdc2b01--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
