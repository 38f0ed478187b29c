import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765",
});

const response = await client.messages.create(
  {
    model: "claude-sonnet-4-0",
    max_tokens: 64,
    system: "Be brief.",
    messages: [
      {
        role: "user",
        content: "hi",
      },
    ],
    top_k: 5,
  },
  {
    headers: {
      "x-api-key": process.env.YOUR_API_KEY,
      "anthropic-version": "2023-06-01",
      "anthropic-beta": "some-beta-2025-01-01",
    },
  },
);
console.log(JSON.stringify(response, null, 2));
