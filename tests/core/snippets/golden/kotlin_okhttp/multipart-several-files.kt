import java.io.File
import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = ("------PlaygroundBoundaryd449d477edf7502b\r\n" +
        "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n" +
        "Content-Type: image/png\r\n" +
        "\r\n").toByteArray() +
        File("image.png").readBytes() +
        ("\r\n" +
        "------PlaygroundBoundaryd449d477edf7502b\r\n" +
        "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n" +
        "Content-Type: application/octet-stream\r\n" +
        "\r\n").toByteArray() +
        File("notes.txt").readBytes() +
        ("\r\n" +
        "------PlaygroundBoundaryd449d477edf7502b\r\n" +
        "Content-Disposition: form-data; name=\"prompt\"\r\n" +
        "\r\n" +
        "a cat\r\n" +
        "------PlaygroundBoundaryd449d477edf7502b--\r\n").toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/files")
        .header("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
