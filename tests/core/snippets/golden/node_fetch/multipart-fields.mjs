const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
  },
  body: `------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="b"\r
\r
zwei ü\r
line\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
\r
------PlaygroundBoundary8ee45f4618e8f20d--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
