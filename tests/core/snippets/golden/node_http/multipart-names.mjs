import { once } from "node:events";
import http from "node:http";

const body = `------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="a %22quoted%22 näme"\r
\r
1\r
------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r
Content-Type: application/octet-stream\r
\r
content\r
------PlaygroundBoundary04afeccd1e3478cd--\r
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
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
