import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01",
  },
  data: `------PlaygroundBoundary63a6b0217bdc2b01\r
Content-Disposition: form-data; name="meta"\r
Content-Type: application/json\r
\r
{"x": 1}\r
------PlaygroundBoundary63a6b0217bdc2b01--\r
`,
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
