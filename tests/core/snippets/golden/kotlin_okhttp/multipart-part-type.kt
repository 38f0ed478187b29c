import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = ("------PlaygroundBoundary63a6b0217bdc2b01\r\n" +
        "Content-Disposition: form-data; name=\"meta\"\r\n" +
        "Content-Type: application/json\r\n" +
        "\r\n" +
        "{\"x\": 1}\r\n" +
        "------PlaygroundBoundary63a6b0217bdc2b01--\r\n").toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary63a6b0217bdc2b01")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
