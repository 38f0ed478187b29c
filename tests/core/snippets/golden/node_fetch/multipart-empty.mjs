const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
  },
  body: `------PlaygroundBoundary2e38e77b22c314a4--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
