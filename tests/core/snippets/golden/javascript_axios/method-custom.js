import axios from "axios";

const response = await axios({
  method: "propfind",
  url: "http://127.0.0.1:8765/dav/",
  headers: {
    Depth: "1",
  },
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
