import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.ByteString;

public class Main {
    public static void main(String[] args) throws IOException {
        ByteString body = ByteString.encodeUtf8("{\"model\": \"m\", \"messages\": [], \"seed\": 12345678901234567890}");
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
            .url("http://127.0.0.1:8765/v1/chat/completions")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + System.getenv("YOUR_API_KEY"))
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
