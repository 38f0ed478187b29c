const body = `------PlaygroundBoundary63a6b0217bdc2b01\r
Content-Disposition: form-data; name="meta"\r
Content-Type: application/json\r
\r
{"x": 1}\r
------PlaygroundBoundary63a6b0217bdc2b01--\r
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
