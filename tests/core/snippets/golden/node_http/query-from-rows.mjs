import { once } from "node:events";
import http from "node:http";

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/models?q=a%20b%26c%3Dd&q=50%25&%2B=1%2B1&empty=&%C3%BC=%E4%B8%96%E7%95%8C",
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
