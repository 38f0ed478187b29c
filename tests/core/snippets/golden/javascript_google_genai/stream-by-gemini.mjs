import { GoogleGenAI } from "@google/genai";

const client = new GoogleGenAI({
  apiKey: process.env.YOUR_API_KEY,
  httpOptions: {
    baseUrl: "http://127.0.0.1:8765",
    apiVersion: "v1beta",
  },
});
const response = await client.models.generateContentStream({
  model: "gemini-2.5-flash",
  contents: [
    {
      role: "user",
      parts: [
        {
          text: "hi",
        },
      ],
    },
  ],
});
for await (const event of response) {
  console.log(JSON.stringify(event));
}
