const body = `------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="a %22quoted%22 näme"\r
\r
1\r
------PlaygroundBoundary04afeccd1e3478cd\r
Content-Disposition: form-data; name="файл"; filename="ä %22b%22 世.txt"\r
Content-Type: application/octet-stream\r
\r
content\r
------PlaygroundBoundary04afeccd1e3478cd--\r
`;

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/files");
request.setRequestHeader(
  "Content-Type",
  "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
