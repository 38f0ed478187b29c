const request = new XMLHttpRequest();
request.open("GET", "http://127.0.0.1:8765/v1/models");
request.setRequestHeader("x-lower", "1");
request.setRequestHeader("X_UNDER", "2");
request.setRequestHeader("X-!#$%&'*+.^`|~", "3");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
