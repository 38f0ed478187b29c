const body = `{ "a" :\t[ 1 ,2 ] ,\r
"b":{ }\r
}\r
`;

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
