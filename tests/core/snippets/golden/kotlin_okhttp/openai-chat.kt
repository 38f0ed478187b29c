import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = """{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\n"], "user": null, "vendor_option": {"x": []}, "messages": [{"role": "user", "content": [{"type": "text", "text": "it's \"ü\" 世界"}]}]}""".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/gateway/v1/chat/completions")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Authorization", "Bearer ${System.getenv("YOUR_API_KEY")}")
        .header("X-Trace", "a b")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
