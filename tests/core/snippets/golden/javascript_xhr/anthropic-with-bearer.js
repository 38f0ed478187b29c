const body =
  '{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/messages");
request.setRequestHeader("Content-Type", "application/json");
request.setRequestHeader("Accept", "application/json");
request.setRequestHeader("Authorization", `Bearer ${process.env.YOUR_API_KEY}`);

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
