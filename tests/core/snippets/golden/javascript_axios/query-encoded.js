import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26",
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
