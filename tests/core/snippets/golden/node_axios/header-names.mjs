import axios from "axios";

const response = await axios({
  url: "http://127.0.0.1:8765/v1/models",
  headers: {
    "x-lower": "1",
    X_UNDER: "2",
    "X-!#$%&'*+.^`|~": "3",
  },
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
