import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
  },
  data: `------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="b"\r
\r
zwei ü\r
line\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
\r
------PlaygroundBoundary8ee45f4618e8f20d--\r
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
