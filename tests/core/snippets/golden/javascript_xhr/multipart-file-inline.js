const body = `------PlaygroundBoundary4c81953d1c1f9d69\r
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
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
