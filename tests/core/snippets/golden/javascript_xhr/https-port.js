const body = "{}";

const request = new XMLHttpRequest();
request.open("POST", "https://api.example.com:8443/v1/x");
request.setRequestHeader("Content-Type", "application/json");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
