import { once } from "node:events";
import http from "node:http";

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1/models",
  headers: {
    "X-A": `#${process.env.QUERY_KEY} $${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n %${process.env.QUERY_KEY}% @${process.env.QUERY_KEY}_x[0]`,
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
