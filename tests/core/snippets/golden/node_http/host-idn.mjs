import { once } from "node:events";
import https from "node:https";

const request = https.request({
  host: "xn--bcher-kva.example",
  path: "/a",
});
request.end();

const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
