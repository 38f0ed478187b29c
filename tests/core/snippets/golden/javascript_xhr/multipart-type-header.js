const body = `------PlaygroundBoundary175c17ca22e52928\r
Content-Disposition: form-data; name="a"\r
\r
1\r
------PlaygroundBoundary175c17ca22e52928--\r
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary175c17ca22e52928",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
