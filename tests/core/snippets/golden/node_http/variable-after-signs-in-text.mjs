import { once } from "node:events";
import http from "node:http";

const body = `#${process.env.QUERY_KEY}
$${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n
%${process.env.QUERY_KEY}% '"`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/echo",
  method: "POST",
  headers: {
    "Content-Type": "text/plain; charset=utf-8",
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
