const body = `------PlaygroundBoundary2e38e77b22c314a4--\r
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary2e38e77b22c314a4",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
