const body = `------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="b"\r
\r
zwei ü\r
line\r
------PlaygroundBoundary8ee45f4618e8f20d\r
Content-Disposition: form-data; name="a"\r
\r
\r
------PlaygroundBoundary8ee45f4618e8f20d--\r
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
