const request = new XMLHttpRequest();
request.open(
  "GET",
  "http://127.0.0.1:8765/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
