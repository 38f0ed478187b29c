import java.io.File
import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = ("------PlaygroundBoundaryf73962d8f40d61f2\r\n" +
        "Content-Disposition: form-data; name=\"model\"\r\n" +
        "\r\n" +
        "whisper-1\r\n" +
        "------PlaygroundBoundaryf73962d8f40d61f2\r\n" +
        "Content-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n" +
        "Content-Type: text/plain\r\n" +
        "\r\n").toByteArray() +
        File("notes.txt").readBytes() +
        ("\r\n" +
        "------PlaygroundBoundaryf73962d8f40d61f2--\r\n").toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryf73962d8f40d61f2")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
