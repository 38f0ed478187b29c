import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = """{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, "messages": [{"role": "user", "content": "hi"}]}""".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/messages")
        .header("x-api-key", System.getenv("YOUR_API_KEY"))
        .header("anthropic-version", "2023-06-01")
        .header("anthropic-beta", "some-beta-2025-01-01")
        .header("Content-Type", "application/json")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
