import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class Main {
    public static void main(String[] args) throws Exception {
        String body = "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
                + "Content-Disposition: form-data; name=\"a\"\r\n"
                + "\r\n"
                + "1\r\n"
                + "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
                + "Content-Disposition: form-data; name=\"b\"\r\n"
                + "\r\n"
                + "zwei ü\r\n"
                + "line\r\n"
                + "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
                + "Content-Disposition: form-data; name=\"a\"\r\n"
                + "\r\n"
                + "\r\n"
                + "------PlaygroundBoundary8ee45f4618e8f20d--\r\n";

        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/files"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d")
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
