import axios from "axios";

const response = await axios({
  url: `http://127.0.0.1:8765/${process.env.BASE_PATH}/models?key=${process.env.QUERY_KEY}`,
  headers: {
    "X-Api-Key": process.env.api_key,
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
