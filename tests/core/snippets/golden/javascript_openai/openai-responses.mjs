import OpenAI from "openai";

const client = new OpenAI({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765/v1",
});

const response = await client.responses.create({
  model: "gpt-4o",
  input: "hello",
  store: false,
});
console.log(JSON.stringify(response, null, 2));
