import { once } from "node:events";
import { readFile } from "node:fs/promises";
import http from "node:http";

const body = Buffer.concat([
  Buffer.from(`------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="model"\r
\r
whisper-1\r
------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="file"; filename="notes.txt"\r
Content-Type: text/plain\r
\r
`),
  await readFile("notes.txt"),
  Buffer.from(`\r
------PlaygroundBoundaryf73962d8f40d61f2--\r
`),
]);

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2",
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
