import java.io.IOException;
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
            .write(ByteString.decodeBase64("LS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJmaWxlIjsgZmlsZW5hbWU9ImIuYmluIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0KAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w0KLS0tLS0tUGxheWdyb3VuZEJvdW5kYXJ5YjJjZjNjNDRhNzk5MGM4MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJrZXkiDQoNCg=="))
            .writeUtf8(System.getenv("QUERY_KEY"))
            .write(ByteString.decodeBase64("DQotLS0tLS1QbGF5Z3JvdW5kQm91bmRhcnliMmNmM2M0NGE3OTkwYzgxLS0NCg=="))
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
            .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryb2cf3c44a7990c81")
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
