import { once } from "node:events";
import http from "node:http";

const body =
  '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}';

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/messages",
  method: "POST",
  headers: {
    "x-api-key": process.env.YOUR_API_KEY,
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "some-beta-2025-01-01",
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
