import { once } from "node:events";
import https from "node:https";

const body = "{}";

const request = https.request({
  host: "api.example.com",
  port: 8443,
  path: "/v1/x",
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
