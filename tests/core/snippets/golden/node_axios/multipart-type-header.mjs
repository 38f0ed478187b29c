import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
  },
  data: `------PlaygroundBoundary175c17ca22e52928\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary175c17ca22e52928--\r
`,
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
