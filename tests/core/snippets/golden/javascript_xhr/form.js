const body = "a=1&b+c=x%26y%3Dz&a=2&empty=";

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/form");
request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
