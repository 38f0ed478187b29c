import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/items",
  headers: {
    "Content-Type": "application/json",
  },
  data: '{"a": "\\u4e16 \\/ \\" \\\\ \\n \\ud83d\\ude00 \\u0000"}',
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
