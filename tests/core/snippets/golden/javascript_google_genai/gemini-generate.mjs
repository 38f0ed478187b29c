import { GoogleGenAI } from "@google/genai";

const client = new GoogleGenAI({
  apiKey: process.env.YOUR_API_KEY,
  httpOptions: {
    baseUrl: "http://127.0.0.1:8765",
    apiVersion: "v1beta",
  },
});
const response = await client.models.generateContent({
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
  config: {
    temperature: 0.5,
    maxOutputTokens: 100,
    stopSequences: ["x"],
    systemInstruction: {
      parts: [
        {
          text: "brief",
        },
      ],
    },
  },
});
console.log(JSON.stringify(response, null, 2));
