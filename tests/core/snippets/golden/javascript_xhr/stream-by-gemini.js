const body = '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}';

const request = new XMLHttpRequest();
request.open(
  "POST",
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
);
request.setRequestHeader("x-goog-api-key", process.env.YOUR_API_KEY);
request.setRequestHeader("Content-Type", "application/json");

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
