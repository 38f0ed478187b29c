import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/messages",
  headers: {
    "x-api-key": process.env.YOUR_API_KEY,
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "some-beta-2025-01-01",
    "Content-Type": "application/json",
  },
  data: '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}',
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
