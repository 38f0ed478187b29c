const body = Uint8Array.from(
  atob("H4sIAAAAAAACA8tIzcnJVwjPL8pJ4QIA1eA5CwwAAAA="),
  (c) => c.charCodeAt(0),
);

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/upload");
request.setRequestHeader("Content-Type", "application/gzip");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
