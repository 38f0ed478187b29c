const response = await fetch("http://127.0.0.1:8765/v1/files", {
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
  },
  body: `------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name="purpose"\r
\r
assistants\r
------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name="file"; filename="data.jsonl"\r
Content-Type: application/jsonl\r
\r
{"a": 1}
{"b": 2}
\r
------PlaygroundBoundary4c81953d1c1f9d69--\r
`,
});

console.log(await response.text());
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
