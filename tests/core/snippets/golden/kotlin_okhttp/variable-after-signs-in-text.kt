import java.io.IOException
import java.time.Duration
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

fun main() {
    val body = "#${System.getenv("QUERY_KEY")}\n\$${System.getenv("QUERY_KEY")}{x} \\${System.getenv("QUERY_KEY")}\\n\n%${System.getenv("QUERY_KEY")}% '\"".toByteArray()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/echo")
        .header("Content-Type", "text/plain; charset=utf-8")
        .method("POST", body.toRequestBody())
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
