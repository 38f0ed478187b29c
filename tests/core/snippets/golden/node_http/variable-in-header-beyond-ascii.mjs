import { once } from "node:events";
import http from "node:http";

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/models",
  headers: {
    "X-A": `ü ${process.env.QUERY_KEY}`,
    "X-B": Buffer.from(`世 ${process.env.QUERY_KEY}`).toString("latin1"),
  },
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
