import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = """
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
                }""";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/chat/completions"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + System.getenv("YOUR_API_KEY"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();

        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.body());
        if (response.statusCode() / 100 != 2) {
            System.err.println("HTTP " + response.statusCode());
            System.exit(1);
        }
    }
}
