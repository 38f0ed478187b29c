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
        using (var request = new HttpRequestMessage(new HttpMethod("POST"), "http://127.0.0.1:8765/gateway/v1/chat/completions"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Environment.GetEnvironmentVariable("YOUR_API_KEY"));
            request.Headers.TryAddWithoutValidation("X-Trace", "a b");
            var body = "{\"model\": \"gpt-4o\", \"temperature\": 0.5, \"n\": 1, \"stop\": [\"a\", \"\\n\"], \"user\": null, \"vendor_option\": {\"x\": []}, \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"it's \\\"ü\\\" 世界\"}]}]}";
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
