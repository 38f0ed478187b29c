const request = new XMLHttpRequest();
request.open("GET", "http://127.0.0.1:8765/v1/models");
request.setRequestHeader(
  "X-A",
  `#${process.env.QUERY_KEY} $${process.env.QUERY_KEY}{x} \\${process.env.QUERY_KEY}\\n %${process.env.QUERY_KEY}% @${process.env.QUERY_KEY}_x[0]`,
);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send();
