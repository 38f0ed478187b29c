const body =
  '{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/items");
request.setRequestHeader("Content-Type", "application/json");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
