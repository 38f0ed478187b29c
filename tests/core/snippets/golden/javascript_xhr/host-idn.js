const request = new XMLHttpRequest();
request.open("GET", "https://xn--bcher-kva.example/a");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
