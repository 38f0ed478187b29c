const url =
  "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse";
const response = await fetch(url, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: "{}",
});

for await (const chunk of response.body) {
  process.stdout.write(chunk);
}
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
