import { readFile } from "node:fs/promises";

const body = new Blob([
  `------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="image.png"\r
Content-Type: image/png\r
\r
`,
  await readFile("image.png"),
  `\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="image[]"; filename="notes.txt"\r
Content-Type: application/octet-stream\r
\r
`,
  await readFile("notes.txt"),
  `\r
------PlaygroundBoundaryd449d477edf7502b\r
Content-Disposition: form-data; name="prompt"\r
\r
a cat\r
------PlaygroundBoundaryd449d477edf7502b--\r
`,
]);

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
