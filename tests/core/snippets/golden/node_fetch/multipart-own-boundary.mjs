const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type": "multipart/form-data; boundary=my-own-boundary",
  },
  body: `--my-own-boundary\r
Content-Disposition: form-data; name="a"\r
\r
1\r
--my-own-boundary--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
