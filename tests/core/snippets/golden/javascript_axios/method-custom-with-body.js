import axios from "axios";

const response = await axios({
  method: "report",
  url: "http://127.0.0.1:8765/dav/",
  headers: {
    "Content-Type": "application/xml",
  },
  data: "<a/>",
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
