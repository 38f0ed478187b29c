const body = Uint8Array.from(atob("Z3L832U="), (c) => c.charCodeAt(0));

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/upload");
request.setRequestHeader("Content-Type", "text/plain; charset=iso-8859-1");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
