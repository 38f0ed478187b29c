import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.ByteString;

public class Main {
    public static void main(String[] args) throws IOException {
        ByteString body = ByteString.encodeUtf8("""
                {
                  "model": "gpt-4o",
                  "messages": [
                    {
                      "role": "system",
                      "content": "You are a helpful math tutor. Guide the user through the solution step by step."
                    },
                    {
                      "role": "user",
                      "content": "how can I solve 8x + 7 = -23"
                    }
                  ],
                  "response_format": {
                    "type": "json_schema",
                    "json_schema": {
                      "name": "math_reasoning",
                      "schema": {
                        "type": "object",
                        "properties": {
                          "steps": {
                            "type": "array",
                            "items": {
                              "type": "object",
                              "properties": {
                                "explanation": {
                                  "type": "string"
                                },
                                "output": {
                                  "type": "string"
                                }
                              },
                              "required": [
                                "explanation",
                                "output"
                              ],
                              "additionalProperties": false
                            }
                          },
                          "final_answer": {
                            "type": "string"
                          }
                        },
                        "required": [
                          "steps",
                          "final_answer"
                        ],
                        "additionalProperties": false
                      },
                      "strict": true
                    }
                  }
                }""");
        RequestBody requestBody = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public long contentLength() {
                return body.size();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(body);
            }
        };

        Request request = new Request.Builder()
            .url("http://127.0.0.1:8765/v1/chat/completions")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + System.getenv("YOUR_API_KEY"))
            .method("POST", requestBody)
            .build();

        OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();
        try (Response response = client.newCall(request).execute()) {
            System.out.println(response.body().string());
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
        }
    }
}
