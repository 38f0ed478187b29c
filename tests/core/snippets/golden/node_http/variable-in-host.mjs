import { once } from "node:events";
import http from "node:http";
import https from "node:https";

const url = `${process.env.HOST_ADDRESS}/v1/x`;
const { request: open } = url.startsWith("https:") ? https : http;
const request = open(url, {
  path: url.replace(/^\w+:\/\/[^/?]*\/?/, "/"),
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
