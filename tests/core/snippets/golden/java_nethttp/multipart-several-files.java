import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

public class Main {
    public static void main(String[] args) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create("http://127.0.0.1:8765/v1/files"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b")
            .POST(HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString("------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
                + "Content-Type: image/png\r\n"
                + "\r\n"),
                HttpRequest.BodyPublishers.ofFile(Path.of("image.png")),
                HttpRequest.BodyPublishers.ofString("\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
                + "Content-Type: application/octet-stream\r\n"
                + "\r\n"),
                HttpRequest.BodyPublishers.ofFile(Path.of("notes.txt")),
                HttpRequest.BodyPublishers.ofString("\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"prompt\"\r\n"
                + "\r\n"
                + "a cat\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b--\r\n")))
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
