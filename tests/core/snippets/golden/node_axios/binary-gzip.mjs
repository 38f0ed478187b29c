import axios from "axios";

const data = Buffer.from(
  "H4sIAAAAAAACA8tIzcnJVwjPL8pJ4QIA1eA5CwwAAAA=",
  "base64",
);

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/upload",
  headers: {
    "Content-Type": "application/gzip",
  },
  data,
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
