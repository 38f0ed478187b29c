import axios from "axios";

const response = await axios({
  method: "post",
  url: "http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent",
  headers: {
    "x-goog-api-key": process.env.YOUR_API_KEY,
    "Content-Type": "application/json",
  },
  data: '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}',
  transformRequest: [],
  responseType: "text",
  transformResponse: [],
  validateStatus: null,
  adapter: "fetch",
});

console.log(response.data);
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
