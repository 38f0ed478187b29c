import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
  },
  data: `------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="a %22quoted%22 näme"\r
\r
1\r
------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r
Content-Type: application/octet-stream\r
\r
content\r
------PlaygroundBoundary04afeccd1e3478cd--\r
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
