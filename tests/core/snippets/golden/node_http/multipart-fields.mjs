import { once } from "node:events";
import http from "node:http";

const body = `------PlaygroundBoundary8ee45f4618e8f20d\r
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
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
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
