import { once } from "node:events";
import { readFile } from "node:fs/promises";
import http from "node:http";

const body = Buffer.concat([
  Buffer.from(`------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="image.png"\r
Content-Type: image/png\r
\r
`),
  await readFile("image.png"),
  Buffer.from(`\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="notes.txt"\r
Content-Type: application/octet-stream\r
\r
`),
  await readFile("notes.txt"),
  Buffer.from(`\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="prompt"\r
\r
a cat\r
------PlaygroundBoundaryd449d477edf7502b--\r
`),
]);

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b",
    "Content-Length": Buffer.byteLength(body),
  },
});
request.end(body);

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
