const request = new XMLHttpRequest();
request.open("GET", "http://127.0.0.1:8765/v1/models");
request.setRequestHeader("Accept", "application/json");
request.setRequestHeader("X-Request-Id", "7b1c");
request.setRequestHeader("User-Agent", "tester/1.0");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
