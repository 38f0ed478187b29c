import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/items",
  headers: {
    "Content-Type": "application/json",
  },
  data: '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}',
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
