const body =
  '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/chat/completions");
request.setRequestHeader("Content-Type", "application/json");
request.setRequestHeader("Accept", "application/json");
request.setRequestHeader("Authorization", `Bearer ${process.env.YOUR_API_KEY}`);

let seen = 0;
const print = (end) => {
  console.log(request.responseText.slice(seen, end));
  seen = end + 1;
};
request.onprogress = () => {
  const end = request.responseText.lastIndexOf("\n");
  if (end >= seen) print(end);
};
request.onload = () => {
  if (seen < request.responseText.length) print(request.responseText.length);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
