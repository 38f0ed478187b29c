const body = new TextEncoder().encode(`\x01\x02\x03\x04\x05\x06\x07\x08\t
\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f`);

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/echo");
request.setRequestHeader("Content-Type", "text/plain; charset=utf-8");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
