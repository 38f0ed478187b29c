import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;

public class Main {
    public static void main(String[] args) throws IOException {
        ByteString body = new Buffer()
            .writeUtf8("------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
                + "Content-Type: image/png\r\n"
                + "\r\n")
            .write(Files.readAllBytes(Path.of("image.png")))
            .writeUtf8("\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
                + "Content-Type: application/octet-stream\r\n"
                + "\r\n")
            .write(Files.readAllBytes(Path.of("notes.txt")))
            .writeUtf8("\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b\r\n"
                + "Content-Disposition: form-data; name=\"prompt\"\r\n"
                + "\r\n"
                + "a cat\r\n"
                + "------PlaygroundBoundaryd449d477edf7502b--\r\n")
            .readByteString();
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
            .url("http://127.0.0.1:8765/v1/files")
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b")
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
