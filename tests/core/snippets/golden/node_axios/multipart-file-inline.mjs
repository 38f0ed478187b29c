import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
  },
  data: `------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name="purpose"\r
\r
assistants\r
------PlaygroundBoundary4c81953d1c1f9d69\r
Content-Disposition: form-data; name="file"; filename="data.jsonl"\r
Content-Type: application/jsonl\r
\r
{"a": 1}
{"b": 2}
\r
------PlaygroundBoundary4c81953d1c1f9d69--\r
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
