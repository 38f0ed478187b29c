import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
  authToken: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765",
});

const response = await client.messages.create({
  model: "m",
  max_tokens: 64,
  messages: [
    {
      role: "user",
      content: "hi",
    },
  ],
});
console.log(JSON.stringify(response, null, 2));
