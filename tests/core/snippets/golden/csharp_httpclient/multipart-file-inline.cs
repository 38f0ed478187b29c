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
            var body = "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
            + "Content-Disposition: form-data; name=\"purpose\"\r\n"
            + "\r\n"
            + "assistants\r\n"
            + "------PlaygroundBoundary4c81953d1c1f9d69\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"data.jsonl\"\r\n"
            + "Content-Type: application/jsonl\r\n"
            + "\r\n"
            + "{\"a\": 1}\n"
            + "{\"b\": 2}\n"
            + "\r\n"
            + "------PlaygroundBoundary4c81953d1c1f9d69--\r\n";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=----PlaygroundBoundary4c81953d1c1f9d69");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
