import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/v1/models",
  headers: {
    "X-A": `#${process.env.QUERY_KEY} $${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n %${process.env.QUERY_KEY}% @${process.env.QUERY_KEY}_x[0]`,
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
