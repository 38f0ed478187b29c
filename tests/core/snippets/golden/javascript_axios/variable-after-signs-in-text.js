import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/echo",
  headers: {
    "Content-Type": "text/plain; charset=utf-8",
  },
  data: `#${process.env.QUERY_KEY}
$${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n
%${process.env.QUERY_KEY}% '"`,
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
