import axios from "axios";

const response = await axios({
  method: "post",
  url: "https://api.example.com:8443/v1/x",
  headers: {
    "Content-Type": "application/json",
  },
  data: "{}",
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
