const body =
  '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/gateway/v1/chat/completions");
request.setRequestHeader("Content-Type", "application/json");
request.setRequestHeader("Accept", "application/json");
request.setRequestHeader("Authorization", `Bearer ${process.env.YOUR_API_KEY}`);
request.setRequestHeader("X-Trace", "a b");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
