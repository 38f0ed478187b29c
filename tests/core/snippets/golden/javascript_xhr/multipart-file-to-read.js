import { readFile } from "node:fs/promises";

const body = new Blob([
  `------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="model"\r
\r
whisper-1\r
------PlaygroundBoundaryf73962d8f40d61f2\r
Content-Disposition: form-data; name="file"; filename="notes.txt"\r
Content-Type: text/plain\r
\r
`,
  await readFile("notes.txt"),
  `\r
------PlaygroundBoundaryf73962d8f40d61f2--\r
`,
]);

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
