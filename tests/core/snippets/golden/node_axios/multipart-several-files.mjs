import { readFile } from "node:fs/promises";
import axios from "axios";

const data = Buffer.concat([
  Buffer.from(`------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="image.png"\r
Content-Type: image/png\r
\r
`),
  await readFile("image.png"),
  Buffer.from(`\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="notes.txt"\r
Content-Type: application/octet-stream\r
\r
`),
  await readFile("notes.txt"),
  Buffer.from(`\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="prompt"\r
\r
a cat\r
------PlaygroundBoundaryd449d477edf7502b--\r
`),
]);

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1/files",
  headers: {
    "Content-Type":
      "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b",
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
