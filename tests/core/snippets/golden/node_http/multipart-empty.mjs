import { once } from "node:events";
import http from "node:http";

const body = `------PlaygroundBoundary2e38e77b22c314a4--\r
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
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
