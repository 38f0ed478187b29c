import OpenAI from "openai";

const client = new OpenAI({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765/v1",
});

const response = await client.images.generate({
  model: "gpt-image-1",
  prompt: "a cat",
  n: 2,
});
console.log(JSON.stringify(response, null, 2));
