import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

public class Main {
    public static void main(String[] args) throws IOException {
        Headers headers = new Headers.Builder()
            .addUnsafeNonAscii("X-Name", "ü \"x\" 'y' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )\"")
            .build();

        Request request = new Request.Builder()
            .url("http://127.0.0.1:8765/v1/models")
            .headers(headers)
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
