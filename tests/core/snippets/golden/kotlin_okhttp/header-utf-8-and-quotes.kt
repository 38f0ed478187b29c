import java.io.IOException
import java.time.Duration
import okhttp3.Headers
import okhttp3.OkHttpClient
import okhttp3.Request

fun main() {
    val headers = Headers.Builder()
        .addUnsafeNonAscii("X-Name", "世 \"x\" 'y' \\ \\n \$HOME \${x} #{x} #\$0 @{x} %s `z` )\"")
        .build()

    val request = Request.Builder()
        .url("http://127.0.0.1:8765/v1/models")
        .headers(headers)
        .build()

    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
        println(response.body?.string())
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
