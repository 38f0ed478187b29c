import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "{\"model\": \"gpt-4o\", \"temperature\": 0.5, \"n\": 1, \"stop\": [\"a\", \"\\n\"], \"user\": null, \"vendor_option\": {\"x\": []}, \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"it's \\\"ü\\\" 世界\"}]}]}";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/gateway/v1/chat/completions"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + System.getenv("YOUR_API_KEY"))
            .header("X-Trace", "a b")
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
