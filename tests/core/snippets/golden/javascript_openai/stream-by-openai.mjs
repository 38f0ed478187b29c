import OpenAI from "openai";

const client = new OpenAI({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765/v1",
});

const response = await client.chat.completions.create({
  model: "gpt-4o",
  stream: true,
  messages: [
    {
      role: "user",
      content: "hi",
    },
  ],
});
for await (const event of response) {
  console.log(JSON.stringify(event));
}
