const request = new XMLHttpRequest();
request.open(
  "GET",
  "http://127.0.0.1:8765/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26",
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
