import axios from "axios";

const response = await axios({
  url: "https://api.example.com/v1/models",
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
