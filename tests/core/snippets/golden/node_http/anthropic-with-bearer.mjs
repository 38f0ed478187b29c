import { once } from "node:events";
import http from "node:http";

const body =
  '{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}';

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/messages",
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
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
