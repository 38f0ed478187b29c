import OpenAI from "openai";

const client = new OpenAI({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765/gateway/v1",
});

const response = await client.chat.completions.create(
  {
    model: "gpt-4o",
    temperature: 0.5,
    n: 1,
    stop: ["a", "\n"],
    user: null,
    messages: [
      {
        role: "user",
        content: [
          {
            type: "text",
            text: 'it\'s "ü" 世界',
          },
        ],
      },
    ],
    vendor_option: {
      x: [],
    },
  },
  {
    headers: {
      "X-Trace": "a b",
    },
  },
);
console.log(JSON.stringify(response, null, 2));
