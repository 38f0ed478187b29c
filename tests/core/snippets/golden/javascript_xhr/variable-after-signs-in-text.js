const body = new TextEncoder().encode(`#${process.env.QUERY_KEY}
$${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n
%${process.env.QUERY_KEY}% '"`);

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
