import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
  headers: {
    "x-goog-api-key": process.env.YOUR_API_KEY,
    "Content-Type": "application/json",
  },
  data: '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}',
  transformRequest: [],
  responseType: "stream",
  validateStatus: null,
  adapter: "fetch",
});

let rest = "";
const reader = response.data.pipeThrough(new TextDecoderStream()).getReader();
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  const lines = (rest + value).split("\n");
  rest = lines.pop();
  lines.forEach((line) => console.log(line));
}
if (rest) console.log(rest);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
