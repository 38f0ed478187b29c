import { once } from "node:events";
import http from "node:http";

const body = `------PlaygroundBoundary4c81953d1c1f9d69\r
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
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
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
