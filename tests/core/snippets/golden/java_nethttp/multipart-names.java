import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "------PlaygroundBoundary04afeccd1e3478cd\r\n"
                + "Content-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n"
                + "\r\n"
                + "1\r\n"
                + "------PlaygroundBoundary04afeccd1e3478cd\r\n"
                + "Content-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\n"
                + "Content-Type: application/octet-stream\r\n"
                + "\r\n"
                + "content\r\n"
                + "------PlaygroundBoundary04afeccd1e3478cd--\r\n";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/files"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd")
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
