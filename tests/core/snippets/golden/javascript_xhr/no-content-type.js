const body = new TextEncoder().encode("no type here");

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/x");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
