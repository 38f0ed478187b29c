import { once } from "node:events";
import http from "node:http";

const body =
  '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}';

const request = http.request({
  host: "127.0.0.1",
  port: 8765,
  path: "/v1beta/models/gemini-2.5-flash:generateContent",
  method: "POST",
  headers: {
    "x-goog-api-key": process.env.YOUR_API_KEY,
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
