import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/v1/models",
  headers: {
    "X-A": `ü ${process.env.QUERY_KEY}`,
    "X-B": Buffer.from(`世 ${process.env.QUERY_KEY}`).toString("latin1"),
  },
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
