import axios from "axios";

const data = Uint8Array.from(atob("Z3L832U="), (c) => c.charCodeAt(0));

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
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
