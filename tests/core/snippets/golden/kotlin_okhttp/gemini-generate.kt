import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = """{"contents": [{"role": "user", "parts": [{"text": "hi"}]}], "systemInstruction": {"parts": [{"text": "brief"}]}, "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}""".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1beta/models/gemini-2.5-flash:generateContent")
        .header("x-goog-api-key", System.getenv("YOUR_API_KEY"))
        .header("Content-Type", "application/json")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
