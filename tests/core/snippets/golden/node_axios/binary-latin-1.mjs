import axios from "axios";

const data = Buffer.from("Z3L832U=", "base64");

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/upload",
  headers: {
    "Content-Type": "text/plain; charset=iso-8859-1",
  },
  data,
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
