import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = ("------PlaygroundBoundary8ee45f4618e8f20d\r\n" +
        "Content-Disposition: form-data; name=\"a\"\r\n" +
        "\r\n" +
        "1\r\n" +
        "------PlaygroundBoundary8ee45f4618e8f20d\r\n" +
        "Content-Disposition: form-data; name=\"b\"\r\n" +
        "\r\n" +
        "zwei ü\r\n" +
        "line\r\n" +
        "------PlaygroundBoundary8ee45f4618e8f20d\r\n" +
        "Content-Disposition: form-data; name=\"a\"\r\n" +
        "\r\n" +
        "\r\n" +
        "------PlaygroundBoundary8ee45f4618e8f20d--\r\n").toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
