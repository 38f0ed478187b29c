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
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2")
            .POST(HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString("------PlaygroundBoundaryf73962d8f40d61f2\r\n"
                + "Content-Disposition: form-data; name=\"model\"\r\n"
                + "\r\n"
                + "whisper-1\r\n"
                + "------PlaygroundBoundaryf73962d8f40d61f2\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
                + "Content-Type: text/plain\r\n"
                + "\r\n"),
                HttpRequest.BodyPublishers.ofFile(Path.of("notes.txt")),
                HttpRequest.BodyPublishers.ofString("\r\n"
                + "------PlaygroundBoundaryf73962d8f40d61f2--\r\n")))
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
