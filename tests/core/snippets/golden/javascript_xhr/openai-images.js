const body = '{"model": "gpt-image-1", "prompt": "a cat", "n": 2}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/images/generations");
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
