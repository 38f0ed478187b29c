import axios from "axios";

const response = await axios({
  url: "https://xn--bcher-kva.example/a",
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
