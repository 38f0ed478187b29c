import { readFile } from "node:fs/promises";
import axios from "axios";

const data = Buffer.concat([
  Buffer.from(`------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="model"\r
\r
whisper-1\r
------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="file"; filename="notes.txt"\r
Content-Type: text/plain\r
\r
`),
  await readFile("notes.txt"),
  Buffer.from(`\r
------PlaygroundBoundaryf73962d8f40d61f2--\r
`),
]);

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2",
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
