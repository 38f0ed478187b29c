import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
                + "Content-Disposition: form-data; name=\"purpose\"\r\n"
                + "\r\n"
                + "assistants\r\n"
                + "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n"
                + "Content-Type: application/jsonl\r\n"
                + "\r\n"
                + "{\"a\": 1}\n"
                + "{\"b\": 2}\n"
                + "\r\n"
                + "------PlaygroundBoundary4c81953d1c1f9d69--\r\n";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/files"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69")
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
