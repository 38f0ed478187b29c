import { once } from "node:events";
import https from "node:https";

const request = https.request({
  host: "api.example.com",
  path: "/v1/models",
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
