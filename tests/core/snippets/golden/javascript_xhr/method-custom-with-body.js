const body = "<a/>";

const request = new XMLHttpRequest();
request.open("REPORT", "http://127.0.0.1:8765/dav/");
request.setRequestHeader("Content-Type", "application/xml");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
