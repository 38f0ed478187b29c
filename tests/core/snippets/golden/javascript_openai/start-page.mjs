import OpenAI from "openai";

const client = new OpenAI({
  apiKey: process.env.YOUR_API_KEY,
  baseURL: "http://127.0.0.1:8765/v1",
});

const response = await client.chat.completions.create({
  model: "gpt-4o",
  messages: [
    {
      role: "system",
      content:
        "You are a helpful math tutor. Guide the user through the solution step by step.",
    },
    {
      role: "user",
      content: "how can I solve 8x + 7 = -23",
    },
  ],
  response_format: {
    type: "json_schema",
    json_schema: {
      name: "math_reasoning",
      schema: {
        type: "object",
        properties: {
          steps: {
            type: "array",
            items: {
              type: "object",
              properties: {
                explanation: {
                  type: "string",
                },
                output: {
                  type: "string",
                },
              },
              required: ["explanation", "output"],
              additionalProperties: false,
            },
          },
          final_answer: {
            type: "string",
          },
        },
        required: ["steps", "final_answer"],
        additionalProperties: false,
      },
      strict: true,
    },
  },
});
console.log(JSON.stringify(response, null, 2));
