import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = """{"model": "m", "messages": [], "seed": 12345678901234567890}""".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/chat/completions")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", "Bearer ${System.getenv("YOUR_API_KEY")}")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
