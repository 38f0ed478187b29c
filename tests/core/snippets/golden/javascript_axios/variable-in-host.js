import axios from "axios";

const response = await axios({
  url: `${process.env.HOST_ADDRESS}/v1/x`,
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
