const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
  },
  body: `------PlaygroundBoundary175c17ca22e52928\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary175c17ca22e52928--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
