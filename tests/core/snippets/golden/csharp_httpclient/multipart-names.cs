using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/v1/files"))
        {
            var body = "------PlaygroundBoundary04afeccd1e3478cd\r\n"
            + "Content-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n"
            + "\r\n"
            + "1\r\n"
            + "------PlaygroundBoundary04afeccd1e3478cd\r\n"
            + "Content-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\n"
            + "Content-Type: application/octet-stream\r\n"
            + "\r\n"
            + "content\r\n"
            + "------PlaygroundBoundary04afeccd1e3478cd--\r\n";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
