import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = ("------PlaygroundBoundary4c81953d1c1f9d69\r\n" +
        "Content-Disposition: form-data; name=\"purpose\"\r\n" +
        "\r\n" +
        "assistants\r\n" +
        "------PlaygroundBoundary4c81953d1c1f9d69\r\n" +
        "Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n" +
        "Content-Type: application/jsonl\r\n" +
        "\r\n" +
        "{\"a\": 1}\n" +
        "{\"b\": 2}\n" +
        "\r\n" +
        "------PlaygroundBoundary4c81953d1c1f9d69--\r\n").toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
