import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "{\"model\": \"claude-sonnet-4-0\", \"max_tokens\": 64, \"system\": \"Be brief.\", \"top_k\": 5, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/messages"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("x-api-key", System.getenv("YOUR_API_KEY"))
            .header("anthropic-version", "2023-06-01")
            .header("anthropic-beta", "some-beta-2025-01-01")
            .header("Content-Type", "application/json")
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
