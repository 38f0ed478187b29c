const body =
  '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}';

const request = new XMLHttpRequest();
request.open(
  "POST",
  "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent",
);
request.setRequestHeader("x-goog-api-key", process.env.YOUR_API_KEY);
request.setRequestHeader("Content-Type", "application/json");

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
request.onerror = () => console.error("The request failed.");
request.send(body);
