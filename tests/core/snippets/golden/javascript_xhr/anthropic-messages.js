const body =
  '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}';

const request = new XMLHttpRequest();
request.open("POST", "http://127.0.0.1:8765/v1/messages");
request.setRequestHeader("x-api-key", process.env.YOUR_API_KEY);
request.setRequestHeader("anthropic-version", "2023-06-01");
request.setRequestHeader("anthropic-beta", "some-beta-2025-01-01");
request.setRequestHeader("Content-Type", "application/json");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
