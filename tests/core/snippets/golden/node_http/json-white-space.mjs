import { once } from "node:events";
import http from "node:http";

const body = `{ "a" :\t[ 1 ,2 ] ,\r
"b":{ }\r
}\r
`;

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/items",
  method: "POST",
  headers: {
    "Content-Type": "application/json",
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
