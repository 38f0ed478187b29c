import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"hi\"}]}], \"systemInstruction\": {\"parts\": [{\"text\": \"brief\"}]}, \"generationConfig\": {\"temperature\": 0.5, \"maxOutputTokens\": 100, \"stopSequences\": [\"x\"]}}";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("x-goog-api-key", System.getenv("YOUR_API_KEY"))
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
