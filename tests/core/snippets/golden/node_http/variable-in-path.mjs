import { once } from "node:events";
import http from "node:http";
import https from "node:https";

const url = `http://127.0.0.1:8765/${process.env.BASE_PATH}/models?key=${process.env.QUERY_KEY}`;
const { request: open } = url.startsWith("https:") ? https : http;
const request = open(url, {
  path: url.replace(/^\w+:\/\/[^/?]*\/?/, "/"),
  headers: {
    "X-Api-Key": process.env.api_key,
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
