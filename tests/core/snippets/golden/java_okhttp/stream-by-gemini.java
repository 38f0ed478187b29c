import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;

public class Main {
    public static void main(String[] args) throws IOException {
        ByteString body = ByteString.encodeUtf8("{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"hi\"}]}]}");
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
            .url("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
            .header("x-goog-api-key", System.getenv("YOUR_API_KEY"))
            .header("Content-Type", "application/json")
            .method("POST", requestBody)
            .build();

        OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();
        try (Response response = client.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            String line;
            while ((line = source.readUtf8Line()) != null) {
                System.out.println(line);
            }
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
        }
    }
}
