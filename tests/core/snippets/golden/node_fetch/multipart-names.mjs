const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
  },
  body: `------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="a %22quoted%22 näme"\r
\r
1\r
------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r
Content-Type: application/octet-stream\r
\r
content\r
------PlaygroundBoundary04afeccd1e3478cd--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
