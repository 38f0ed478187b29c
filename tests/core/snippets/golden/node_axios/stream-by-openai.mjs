import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/chat/completions",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    Authorization: `Bearer ${process.env.YOUR_API_KEY}`,
  },
  data: '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}',
  transformRequest: [],
  responseType: "stream",
  validateStatus: null,
});

for await (const chunk of response.data) {
  process.stdout.write(chunk);
}
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
