import { once } from "node:events";
import http from "node:http";

const body = `------PlaygroundBoundary175c17ca22e52928\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary175c17ca22e52928--\r
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/files",
  method: "POST",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
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
