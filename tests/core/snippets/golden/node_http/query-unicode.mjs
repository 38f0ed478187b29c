import { once } from "node:events";
import http from "node:http";

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/%E6%90%9C%E7%B4%A2?q=%E4%B8%96%E7%95%8C%20%C3%BC&emoji=%F0%9F%98%80",
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
