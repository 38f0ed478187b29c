import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = """{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}""".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse")
        .header("x-goog-api-key", System.getenv("YOUR_API_KEY"))
        .header("Content-Type", "application/json")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        val source = response.body!!.source()
        while (true) {
            println(source.readUtf8Line() ?: break)
        }
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
