import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1beta/models/g:streamGenerateContent?alt=sse",
  headers: {
    "Content-Type": "application/json",
  },
  data: "{}",
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
