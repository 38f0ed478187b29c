import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/v1/models",
  headers: {
    Cookie: ["a=1", "b=2"],
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
