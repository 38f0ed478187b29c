import http from "node:http";
import axios from "axios";

// Sends the request line as it is written.
const transport = {
  request(options, callback) {
    const exact = {
      ...options,
      path: "/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~",
    };
    const request = http.request(exact, callback);
    return request;
  },
};

const response = await axios({
  url: "http://127.0.0.1:8765/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~",
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  transport,
  maxRedirects: 0,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
